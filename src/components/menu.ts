import { html, nothing, type TemplateResult } from 'lit';
import { showOrHidePopover } from '../browser/top-layer.js';
import type { MenuController } from '../controllers/menu.js';
import { icons } from './icons.js';

export interface MenuItem {
  readonly name: string;
  /** The name of the action, for tests and analytics of the page (`data-action`). */
  readonly action?: string;
  /** Shown as `aria-disabled`: it can still be focused and read. */
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

interface MenuOptions {
  /** Unique within the element. */
  readonly id: string;
  /** The accessible name of the button and the menu. */
  readonly name: string;
  /** Called once the button has been approached, so that closed menus of a long list cost nothing. */
  readonly items: () => readonly MenuItem[];
  readonly controller: MenuController;
}

/** A menu button with its menu, a popover in the top layer so that no overflow of the page clips it. */
export function renderMenu({ id, name, items, controller }: MenuOptions): TemplateResult {
  return html`<button
      part="button menu-button"
      aria-label=${name}
      aria-haspopup="menu"
      aria-expanded="false"
      popovertarget=${id}
      @pointerenter=${controller.onApproach}
      @focus=${controller.onApproach}
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
      ${(controller.isApproached(id) ? items() : []).map(
        ({ name, action, disabled, onSelect }) =>
          html`<button
            part="menu-item"
            role="menuitem"
            tabindex="-1"
            data-action=${action ?? nothing}
            aria-disabled=${disabled ? 'true' : nothing}
            @click=${(event: Event) => {
              const menu = (event.currentTarget as HTMLElement).closest<HTMLElement>('[popover]');
              if (menu) showOrHidePopover(menu, false);
              onSelect();
            }}
          >
            ${name}
          </button>`,
      )}
    </div>`;
}
