import type { Lender } from './lender.js';

/** What a person presses on the platform's sign-in page. */
export type Press = 'Allow' | 'Cancel' | 'Report an error' | 'Not supported';

/**
 * Stands where the browser opens windows, and walks the real pages by `fetch`: the gateway's link, the simulator's
 * sign-in page, the gateway's return. Two origins and real windows are the end-to-end tests' part.
 */
export class SignInWindow {
  readonly #lender: Lender;
  readonly #open = window.open.bind(window);
  #goTo: (url: string) => void = () => undefined;
  /** The address the window was sent to. */
  readonly visited = new Promise<string>((resolve) => (this.#goTo = resolve));
  opened = 0;
  closed = 0;

  constructor(lender: Lender, { blocked = false } = {}) {
    this.#lender = lender;
    window.open = () => {
      this.opened++;
      return blocked ? null : (this.#handle() as unknown as Window);
    };
  }

  /** Gives the browser its windows back. */
  restore(): void {
    window.open = this.#open;
  }

  /** Signs in at the platform, is sent back, and lets the return page speak; answers with the return page's ticket. */
  async press(button: Press, organisation = 'Marlow Bakery'): Promise<string> {
    const { gateway } = this.#lender;
    const link = await gateway.fetch(new Request(await this.visited));
    const returned = await this.#signIn(link.headers.get('Location') ?? '', button, organisation);
    const back = await gateway.fetch(new Request(returned));
    return new URL(back.headers.get('Location') ?? '').hash.replace('#codat=', '');
  }

  /** Presses the button and comes back by the return page, which tells the lender's other pages. */
  async come(button: Press, organisation?: string): Promise<void> {
    await this.#lender.anotherPage().comeBack(await this.press(button, organisation));
  }

  async #signIn(address: string, button: Press, organisation: string): Promise<string> {
    const { simulator } = this.#lender;
    const html = await (await simulator.fetch(new Request(address))).text();
    const page = new DOMParser().parseFromString(html, 'text/html');
    const form = page.querySelector('form');
    const pressed = [...page.querySelectorAll('button')].find(
      ({ textContent }) => textContent.trim() === button,
    );
    if (!form || !pressed) throw new Error(`The sign-in page has no button ${button}.`);
    const body = new URLSearchParams();
    for (const { name, value } of form.querySelectorAll('input')) body.set(name, value);
    body.set('organisation', organisation);
    body.set(pressed.name, pressed.value);
    const answer = await simulator.fetch(
      new Request(new URL(form.getAttribute('action') ?? '', address), { method: 'POST', body }),
    );
    return answer.headers.get('Location') ?? '';
  }

  #handle(): object {
    return {
      opener: window,
      document: document.implementation.createHTMLDocument(),
      location: { replace: (url: string) => this.#goTo(url) },
      close: () => this.closed++,
    };
  }
}
