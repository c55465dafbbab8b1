import { spyOn } from 'storybook/test';
import type { Lender } from './lender.js';

/** What a person presses on the platform's sign-in page. */
export type Press = 'Allow' | 'Cancel' | 'Report an error' | 'Not supported';

/**
 * The address a window was sent to that a click opens. Nobody really clicks in a play function, so that browsers would
 * let no window open; one is played for the length of the click.
 */
export function windowOpenedBy(click: () => Promise<unknown>): Promise<string> {
  return new Promise((resolve, reject) => {
    const played = {
      opener: null,
      document: document.implementation.createHTMLDocument(),
      location: { href: 'about:blank', replace: resolve },
      close: () => undefined,
    };
    // As much of a window as the elements use.
    whileOpening(played as unknown as Window, click).catch(reject);
  });
}

/** A click in a browser that opens no windows. */
export function blockingWindows(click: () => Promise<unknown>): Promise<void> {
  return whileOpening(null, click);
}

/** Walks the pages a person walks from the lender's link on, and answers with the ticket of the page they come back to. */
export async function signIn(lender: Lender, link: string, press: Press): Promise<string> {
  return signInAt(await redirectOf(lender, new Request(link)), lender, press);
}

/** The same for the person who was sent a link and has the log-in: presses the button on the page that it opens. */
export async function signInByShare(lender: Lender, link: string, press: Press): Promise<string> {
  return signInAt(await redirectOf(lender, new Request(link, { method: 'POST' })), lender, press);
}

async function signInAt(signInPage: string, lender: Lender, press: Press): Promise<string> {
  const html = await (await lender.fetch(new Request(signInPage))).text();
  const page = new DOMParser().parseFromString(html, 'text/html');
  const form = page.querySelector('form');
  const button = [...page.querySelectorAll('button')].find(({ textContent }) => textContent === press);
  if (!form || !button) throw new Error(`The sign-in page has no button ${press}.`);
  const body = new URLSearchParams({ [button.name]: button.value });
  for (const { name, value } of form.querySelectorAll('input')) body.set(name, value);
  body.set('organisation', 'Marlow Bakery');
  const action = new URL(form.getAttribute('action') ?? '', signInPage);
  const back = await redirectOf(lender, new Request(action, { method: 'POST', body }));
  const { hash } = new URL(await redirectOf(lender, new Request(back)));
  return hash.replace('#codat=', '');
}

async function redirectOf(lender: Lender, request: Request): Promise<string> {
  return (await lender.fetch(request)).headers.get('Location') ?? '';
}

async function whileOpening(opened: Window | null, click: () => Promise<unknown>): Promise<void> {
  const opening = spyOn(window, 'open').mockReturnValue(opened);
  await click().finally(() => opening.mockRestore());
}
