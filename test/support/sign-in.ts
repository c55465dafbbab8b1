import type { Lender } from './lender.js';

/** What a person presses on the platform's sign-in page. */
export type SignInButton = 'Allow' | 'Cancel' | 'Report an error' | 'Not supported';

/**
 * Walks the real pages by `fetch`: the gateway's link, the simulator's sign-in page, the gateway's return.
 * Answers with the ticket in the address that the person ends at.
 */
export async function signIn(
  { gateway, simulator }: Lender,
  link: string,
  button: SignInButton,
  organisation = 'Marlow Bakery',
): Promise<string> {
  return walk(
    { gateway, simulator },
    locationOf(await gateway.fetch(new Request(link))),
    button,
    organisation,
  );
}

/** The same for the person who was sent a link and has the log-in: presses the button on the page that it opens. */
export async function signInByShareLink(lender: Lender, link: string, button: SignInButton): Promise<string> {
  const start = locationOf(await lender.gateway.fetch(new Request(link, { method: 'POST' })));
  return walk(lender, start, button, 'Marlow Bakery');
}

async function walk(
  { gateway, simulator }: Pick<Lender, 'gateway' | 'simulator'>,
  start: string,
  button: SignInButton,
  organisation: string,
): Promise<string> {
  const page = await (await simulator.fetch(start)).text();
  const body = new URLSearchParams({
    signIn: found(page, /name="signIn" value="([^"]+)"/),
    organisation,
    outcome: found(page, new RegExp(`name="outcome" value="([^"]+)">${button}<`)),
  });
  const action = new URL(found(page, /action="([^"]+)"/), start);
  const returned = locationOf(await simulator.fetch(action, { method: 'POST', body }));
  const back = locationOf(await gateway.fetch(new Request(returned)));
  return new URL(back).hash.replace('#codat=', '');
}

function locationOf({ headers, status }: Response): string {
  const location = headers.get('Location');
  if (!location) throw new Error(`The answer was ${status} and leads nowhere.`);
  return location;
}

function found(page: string, what: RegExp): string {
  const value = what.exec(page)?.[1];
  if (value === undefined) throw new Error(`The sign-in page has no ${what.source}.`);
  return value;
}
