import { html, nothing, type TemplateResult } from 'lit';
import { togglePopover } from '../browser/top-layer.js';
import type { MenuController } from '../controllers/menu.js';
import { icons } from './icons.js';

/** One thing that can be done by a menu. */
export interface MenuItem {
  readonly name: string;
  /** What it does, in a word of the API, for those who look from outside. */
  readonly action?: string;
  /** It can't be done just now, though it can be read. */
  readonly waiting?: boolean;
  readonly act: () => void;
}

interface MenuFacts {
  /** Tells it from the other menus of the element. */
  readonly id: string;
  /** What its button is called. */
  readonly name: string;
  readonly items: readonly MenuItem[];
  readonly controller: MenuController;
}

/** A button with what else can be done behind it, in the top layer, where no box of the page cuts it off. */
export function menu({ id, name, items, controller }: MenuFacts): TemplateResult {
  return html`<button
      part="button menu-button"
      aria-label=${name}
      aria-haspopup="menu"
      aria-expanded="false"
      popovertarget=${id}
      @pointerenter=${controller.preload}
      @focus=${controller.preload}
      @keydown=${controller.onButtonKey}
    >
      ${icons.more}
    </button>
    <div
      part="menu"
      role="menu"
      id=${id}
      popover
      aria-label=${name}
      @beforetoggle=${controller.onBeforeToggle}
      @toggle=${controller.onToggle}
      @keydown=${controller.onKey}
    >
      ${items.map(
        ({ name, action, waiting, act }) =>
          html`<button
            part="menu-item"
            role="menuitem"
            tabindex="-1"
            data-action=${action ?? nothing}
            aria-disabled=${waiting ? 'true' : nothing}
            @click=${(event: Event) => {
              const menu = (event.currentTarget as HTMLElement).closest<HTMLElement>('[popover]');
              if (menu) togglePopover(menu, false);
              act();
            }}
          >
            ${name}
          </button>`,
      )}
    </div>`;
}
