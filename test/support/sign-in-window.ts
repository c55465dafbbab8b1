import { fetchAndBroadcastReturn } from '../../src/session/return-ticket.js';
import type { Lender } from './lender.js';
import { signIn, type SignInButton } from './sign-in.js';

/**
 * Replaces `window.open`, and walks the pages that such a window would show. Two origins and real
 * windows are the end-to-end tests' part.
 */
export class SignInWindow {
  readonly #lender: Lender;
  readonly #open = window.open.bind(window);
  #navigate: (url: string) => void = () => undefined;
  /** The address the window was sent to. */
  readonly visited = new Promise<string>((resolve) => (this.#navigate = resolve));
  opened = 0;
  closed = 0;
  /** How often a script brought it to the front. */
  shown = 0;
  /** Whether it is open, as far as the page that opened it can tell. */
  isOpen = true;

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

  /** Signs in at the platform, and answers with the return page's ticket. */
  async press(button: SignInButton, organisation?: string): Promise<string> {
    return signIn(this.#lender, await this.visited, button, organisation);
  }

  /** Presses the button and returns by the return page, which notifies the lender's other pages. */
  async pressAndReturn(button: SignInButton, organisation?: string): Promise<void> {
    const ticket = await this.press(button, organisation);
    await fetchAndBroadcastReturn(this.#lender.openSession(), ticket);
  }

  #handle(): object {
    const isOpen = (): boolean => this.isOpen;
    return {
      get closed() {
        return !isOpen();
      },
      focus: () => this.shown++,
      opener: window,
      document: document.implementation.createHTMLDocument(),
      location: { href: 'about:blank', replace: (url: string) => this.#navigate(url) },
      close: () => this.closed++,
    };
  }
}
