import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { lazy } from '../browser/lazy.js';
import { isPopoverOpen, togglePopover } from '../browser/top-layer.js';

/** Milliseconds a menu waits for what places it. Until that comes it then shows where the browser puts it: in the middle. */
const patience = 300;

/** Where each key leads in a menu of so many items, from the item that has focus. */
const ways: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** By which keys a button opens its menu, with focus on which end. */
const openings: Readonly<Record<string, string>> = { ArrowDown: 'Home', ArrowUp: 'End' };

/**
 * The menus of an element, each a native popover right after the button that opens it, with the keys of the WAI-ARIA
 * Authoring Practices (menu button). The browser keeps them in the top layer, and closes them by Escape or a press
 * elsewhere.
 */
export class MenuController implements ReactiveController {
  #leave: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** The pointer or focus is at a button: what places its menu is about to be needed. */
  readonly onNear = (): void => {
    // Should it fail, opening asks again.
    placing().catch(() => undefined);
  };

  readonly onButtonKey = (event: KeyboardEvent): void => {
    const end = openings[event.key];
    const menu = (event.currentTarget as HTMLElement).nextElementSibling as HTMLElement;
    if (!end) return;
    event.preventDefault();
    togglePopover(menu, true);
    move(menu, end);
  };

  readonly onKey = (event: KeyboardEvent): void => {
    const menu = event.currentTarget as HTMLElement;
    // Focus is back at the button by the time the browser moves it on.
    if (event.key === 'Tab') togglePopover(menu, false);
    else if (move(menu, event.key)) event.preventDefault();
  };

  /**
   * The first item has focus once the menu is open: it says so only for as long, since browsers complain of what is drawn
   * with `autofocus`. Left to itself, Chromium gives focus back to nowhere when the menu is in a shadow root.
   */
  readonly onBeforeToggle = ({ currentTarget, newState }: ToggleEvent): void => {
    const menu = currentTarget as HTMLElement;
    const button = menu.previousElementSibling as HTMLElement;
    menu.querySelector('button')?.toggleAttribute('autofocus', newState === 'open');
    if (newState === 'closed' && menu.matches(':focus-within')) button.focus();
  };

  readonly onToggle = (event: ToggleEvent): void => {
    const menu = event.currentTarget as HTMLElement;
    const button = menu.previousElementSibling as HTMLElement;
    const open = event.newState === 'open';
    button.setAttribute('aria-expanded', String(open));
    if (open) void this.#place(button, menu);
    else this.#release(menu);
  };

  hostDisconnected(): void {
    this.#leave?.();
  }

  async #place(button: HTMLElement, menu: HTMLElement): Promise<void> {
    const isOpen = (): boolean => isPopoverOpen(menu);
    const show = (): void => void menu.classList.toggle('placed', isOpen());
    setTimeout(show, patience);
    const parts = await placing().catch(() => undefined);
    this.#leave?.();
    this.#leave = isOpen() ? parts?.place(button, menu) : undefined;
    show();
  }

  #release(menu: HTMLElement): void {
    this.#leave?.();
    this.#leave = undefined;
    menu.classList.remove('placed');
  }
}

const placing = lazy(() => import('./popover.js'));

/** Moves focus in a menu by a key: along it, or to the next item that begins with the letter. Whether there was one. */
function move(menu: HTMLElement, key: string): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = items.findIndex((item) => item.matches(':focus'));
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  const way = ways[key];
  const item = way
    ? items[way(at, items.length)]
    : after.find(
        ({ textContent }) =>
          key.length === 1 && textContent.trim().toLowerCase().startsWith(key.toLowerCase()),
      );
  item?.focus();
  return item !== undefined;
}
