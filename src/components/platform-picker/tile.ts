import { html, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { Messages } from '../../i18n/messages.js';
import { icons } from '../icons.js';
import { initialOf, onLoadOrError } from '../logo.js';

type Words = Messages['platformPicker'];

interface TileOptions {
  readonly connection: Connection | undefined;
  readonly messages: Words;
  readonly disabled: boolean;
  /** Not among the results of the search. */
  readonly hidden: boolean;
  readonly onChoose: () => void;
}

/**
 * The list item of a platform, with its button. A page may have hundreds, so a tile is ten DOM nodes at most: the two
 * templates differ in the image alone, and the name is a property, which costs no marker.
 */
export function tile(platform: Platform, options: TileOptions): TemplateResult {
  const { name, logo } = platform;
  const { disabled, hidden, onChoose } = options;
  const extra = extraOf(platform, options);
  return logo
    ? html`<li ?hidden=${hidden}>
        <button part="tile" type="button" ?disabled=${disabled} @click=${onChoose}>
          <span part="logo" aria-hidden="true" data-initial=${initialOf(name)}
            ><img
              src=${logo}
              alt=""
              loading="lazy"
              decoding="async"
              @error=${onLoadOrError}
              @load=${onLoadOrError} /></span
          ><span part="tile-text"><span part="name" dir="auto" .textContent=${name}></span>${extra}</span>
        </button>
      </li>`
    : html`<li ?hidden=${hidden}>
        <button part="tile" type="button" ?disabled=${disabled} @click=${onChoose}>
          <span part="logo" aria-hidden="true" data-initial=${initialOf(name)}></span
          ><span part="tile-text"><span part="name" dir="auto" .textContent=${name}></span>${extra}</span>
        </button>
      </li>`;
}

/**
 * What a tile shows under the name: the status of a connection, or its maker's own connect button, which Intuit requires
 * for QuickBooks (developer.intuit.com, naming and logo guidelines).
 */
function extraOf(
  { button }: Platform,
  { connection, messages, disabled }: TileOptions,
): TemplateResult | typeof nothing {
  const branded =
    button && connection?.status !== 'Linked' && !disabled
      ? html`<span part="branded" aria-hidden="true"
          ><img src=${button.rest} alt="" /><img src=${button.hover} alt=""
        /></span>`
      : nothing;
  return connection ? html`${markOf(connection, messages)}${branded}` : branded;
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
