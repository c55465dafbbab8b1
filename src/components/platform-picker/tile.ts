import { html, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { Messages } from '../../i18n/messages.js';
import { icons } from '../icons.js';
import { logo } from '../logo.js';

type Words = Messages['platformPicker'];

interface TileOptions {
  readonly connection: Connection | undefined;
  readonly messages: Words;
  readonly disabled: boolean;
  readonly onChoose: () => void;
}

/**
 * The button of a platform. Until it is connected it shows its maker's own connect button, as Intuit requires for
 * QuickBooks (developer.intuit.com, naming and logo guidelines).
 */
export function tile(
  { name, logo: src, button }: Platform,
  { connection, messages, disabled, onChoose }: TileOptions,
): TemplateResult {
  return html`
    <button part="tile" type="button" ?disabled=${disabled} @click=${onChoose}>
      ${logo({ name, src })}
      <span part="tile-text">
        <span part="name" dir="auto">${name}</span>
        ${connection ? markOf(connection, messages) : nothing}
        ${
          button && connection?.status !== 'Linked' && !disabled
            ? html`<span part="branded" aria-hidden="true"
                ><img src=${button.rest} alt="" /><img src=${button.hover} alt=""
              /></span>`
            : nothing
        }
      </span>
    </button>
  `;
}

const statusMarks = {
  linked: ['connected', 'check', 'success'],
  pending: ['pending', 'clock', 'warning'],
  failed: ['failed', 'alert', 'danger'],
} as const;

function markOf({ status, errors }: Connection, messages: Words): TemplateResult {
  const unlinked = errors.length > 0 ? 'failed' : 'pending';
  const [mark, icon, tone] = statusMarks[status === 'Linked' ? 'linked' : unlinked];
  return html`<span part="mark-text" data-tone=${tone}>${icons[icon]}${messages.marks[mark]}</span>`;
}
