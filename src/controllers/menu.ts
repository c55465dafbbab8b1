import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { lazy } from '../browser/loading/lazy.js';
import { isPopoverOpen, showOrHidePopover } from '../browser/top-layer.js';

/**
 * Milliseconds for which a menu stays hidden while its positioning loads. After that it shows in the browser's default
 * position, the centre, and stays there: if it moved, a press could hit another item than the one it was meant for.
 */
const positionTimeoutMs = 300;

/** The index of the item that each key moves focus to. */
const nextIndexByKey: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The keys that open the menu of a focused button, each with the key that then moves focus to the first or last item. */
const focusKeyByOpeningKey: Readonly<Record<string, string>> = { ArrowDown: 'Home', ArrowUp: 'End' };

/**
 * Handles the menus of an element. Each is a native popover directly after its button, with the keys of the WAI-ARIA
 * Authoring Practices (menu button); the browser closes it on Escape or a click elsewhere. The host renders it once its
 * button has been approached, so that the menus of a long list cost nothing.
 */
export class MenuController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #stopPositioning: (() => void) | undefined;
  /** The id of the open menu; empty if none is. */
  openId = '';
  /** The ids of the menus that are rendered. */
  readonly #approached = new Set<string>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether a menu is to be rendered: its button has had the pointer or focus, or was pressed. */
  isApproached(id: string): boolean {
    return this.#approached.has(id);
  }

  /** Makes a button open the menu whose id is its `popovertarget`. */
  addButton(button: HTMLButtonElement): void {
    for (const type of ['pointerenter', 'focus']) button.addEventListener(type, this.#onApproach);
    button.addEventListener('click', (event) => void this.#openUnapproached(event, button));
    button.addEventListener('keydown', this.#onButtonKey);
  }

  /** Renders the menu and loads its positioning when a button gets the pointer or focus, since a click is likely to follow. */
  readonly #onApproach = ({ currentTarget }: Event): void => {
    const id = (currentTarget as HTMLElement).getAttribute('popovertarget') ?? '';
    // If this fails, opening the menu tries again.
    loadPositioning().catch(() => undefined);
    if (this.#approached.has(id)) return;
    this.#approached.add(id);
    this.#host.requestUpdate();
  };

  /** Opens a menu that isn't rendered yet, because a script clicked the button without pointer or focus. The browser opens the others. */
  async #openUnapproached(event: Event, button: HTMLElement): Promise<void> {
    if (menuOf(button)) return;
    event.preventDefault();
    this.#onApproach(event);
    await this.#host.updateComplete;
    const menu = menuOf(button);
    if (menu) showOrHidePopover(menu, true);
  }

  readonly #onButtonKey = (event: KeyboardEvent): void => {
    const end = focusKeyByOpeningKey[event.key];
    const menu = menuOf(event.currentTarget as HTMLElement);
    if (!end || !menu) return;
    event.preventDefault();
    showOrHidePopover(menu, true);
    focusItem(menu, end);
  };

  readonly onKey = (event: KeyboardEvent): void => {
    const menu = event.currentTarget as HTMLElement;
    // Closing moves focus to the button first, so that Tab continues from there.
    if (event.key === 'Tab') showOrHidePopover(menu, false);
    // In a shortcut of the browser, such as the one to reload, the letter isn't meant for the menu.
    else if (!event.ctrlKey && !event.metaKey && !event.altKey && focusItem(menu, event.key))
      event.preventDefault();
  };

  /**
   * Focuses the first item by `autofocus`, which is set only while the menu is open because browsers warn of it in
   * rendered markup. On closing, focuses the button: Chromium loses focus when the popover is in a shadow root.
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
    this.#host.requestUpdate();
    this.openId = open ? menu.id : '';
    if (open) void this.#position(button, menu);
    else this.#onClosed(menu);
  };

  hostDisconnected(): void {
    this.#stopPositioning?.();
  }

  async #position(button: HTMLElement, menu: HTMLElement): Promise<void> {
    const timeout = new Promise<undefined>((resolve) => setTimeout(resolve, positionTimeoutMs));
    const module = await Promise.race([loadPositioning().catch(() => undefined), timeout]);
    const isOpen = isPopoverOpen(menu);
    this.#stopPositioning?.();
    this.#stopPositioning = isOpen ? module?.startPositioningPopover(button, menu) : undefined;
    menu.classList.toggle('placed', isOpen);
  }

  #onClosed(menu: HTMLElement): void {
    this.#stopPositioning?.();
    this.#stopPositioning = undefined;
    menu.classList.remove('placed');
  }
}

const loadPositioning = lazy(() => import('./start-positioning-popover.js'));

/** The menu of a button; undefined until it is rendered. */
function menuOf({ nextElementSibling: next }: HTMLElement): HTMLElement | undefined {
  return next instanceof HTMLElement && next.matches('[popover]') ? next : undefined;
}

/** Moves focus along a menu, or to the next item that starts with the typed letter. True if there was such an item. */
function focusItem(menu: HTMLElement, key: string): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const index = items.findIndex((item) => item.matches(':focus'));
  const after = [...items.slice(index + 1), ...items.slice(0, index + 1)];
  const next = nextIndexByKey[key];
  const item = next
    ? items[next(index, items.length)]
    : after.find(
        ({ textContent }) =>
          key.length === 1 && textContent.trim().toLowerCase().startsWith(key.toLowerCase()),
      );
  item?.focus();
  return item !== undefined;
}
