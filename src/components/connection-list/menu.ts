import { html, nothing, type TemplateResult } from 'lit';
import { showOrHidePopover } from '../../browser/top-layer.js';
import type { MenuController } from '../../controllers/menu.js';

export interface MenuItem {
  readonly name: string;
  /** The name of the action, for tests and analytics of the page (`data-action`). */
  readonly action?: string;
  /** Shown as `aria-disabled`: it can still be focused and read. */
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

interface MenuOptions {
  /** Unique within the element; the `popovertarget` of the button. */
  readonly id: string;
  /** The accessible name. */
  readonly name: string;
  readonly items: readonly MenuItem[];
  readonly controller: MenuController;
}

/** A menu, to render directly after its button: a popover in the top layer so that no overflow of the page clips it. */
export function renderMenu({ id, name, items, controller }: MenuOptions): TemplateResult {
  return html`<div
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
