import type { Session } from '../../../src/session/session.js';
import { openLender, type Lender } from '../../support/lender.js';
import { clear, eventually, focused, mount, part, parts, press, texts } from '../../support/page.js';
import { SignInWindow } from '../../support/sign-in-window.js';

export type List = HTMLElementTagNameMap['connection-list'];

/** Opens the menu of a row and, once it has focus, chooses an item by its name. */
export async function choose(list: List, item: string, platform = 'Xero'): Promise<void> {
  await press(list, `More for ${platform}`);
  await eventually(() => focused(list) === 'Details', 'focus in the menu');
  await press(list, item);
}

/** Resolves once these sessions have loaded their live updates: what another tab says earlier is missed. */
export const liveUpdates = (...sessions: readonly Session[]): Promise<boolean> =>
  eventually(() => sessions.every(({ connections }) => connections.polling));

/** The accessible names of the buttons in the rows. */
export const buttonsOf = (list: List): (string | null)[] =>
  parts(list, 'way').map((button) => button.getAttribute('aria-label'));

/** The items in the menu of a row. */
export async function menuItemsOf(list: List, platform = 'Xero'): Promise<string[]> {
  await press(list, `More for ${platform}`);
  await part(list, 'menu-item');
  const items = texts(list, 'menu-item');
  await press(list, `More for ${platform}`);
  await eventually(() => parts(list, 'menu').length === 0);
  return items;
}

/** A lender's page with `<connection-list>`, and the window that it opens to sign in. */
export class ActionsPage {
  #lender: Lender | undefined;
  #signIn: SignInWindow | undefined;

  get lender(): Lender {
    if (!this.#lender) throw new Error('The page is not open.');
    return this.#lender;
  }

  get signIn(): SignInWindow {
    if (!this.#signIn) throw new Error('The page is not open.');
    return this.#signIn;
  }

  async open(...settings: Parameters<typeof openLender>): Promise<void> {
    this.#lender = await openLender(...settings);
    this.#signIn = new SignInWindow(this.#lender);
  }

  close(): void {
    this.signIn.restore();
    this.lender.end();
    clear();
  }

  /** Resolves once the list shows a row. */
  async mount(): Promise<List> {
    const list = mount('connection-list', { session: this.lender.session }, { lender: 'Larkspur' });
    await part(list, 'row');
    return list;
  }

  /** The requests of the page that change a connection. */
  changes(): Request[] {
    return this.lender.requests.filter(({ method }) => method !== 'GET' && method !== 'POST');
  }
}
