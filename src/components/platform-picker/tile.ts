import { html, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { Messages } from '../../i18n/messages.js';
import { icons } from '../icons.js';
import { initialOf, logo } from '../logo.js';

export interface TileOptions {
  readonly platform: Platform;
  readonly connection: Connection | undefined;
  readonly messages: Messages['platformPicker'];
  readonly disabled: boolean;
}

/**
 * The button of a platform. A page may have hundreds, so most tiles are seven DOM nodes: the name is a property, which
 * costs no marker.
 */
export function tile({ platform, connection, messages, disabled }: TileOptions): TemplateResult {
  const { name, logo: src } = platform;
  if (connection)
    return html`<button part="tile" type="button" ?disabled=${disabled}>
      ${logo({ name, src })}<span part="tile-text"
        ><span part="name" dir="auto" .textContent=${name}></span>${markOf(connection, messages)}</span
      >
    </button>`;
  // White space would be a DOM node in each tile.
  // prettier-ignore
  return html`<button part="tile" type="button" ?disabled=${disabled}><span part="logo" aria-hidden="true" data-initial=${initialOf(name)} class=${src ? nothing : 'plain'}><img src=${src ?? nothing} alt="" loading="lazy" decoding="async" /></span><span part="name" dir="auto" .textContent=${name}></span></button>`;
}

const statusMarks = {
  linked: ['connected', 'check', 'success'],
  pending: ['pending', 'clock', 'warning'],
  failed: ['failed', 'alert', 'danger'],
} as const;

function markOf({ status, errors }: Connection, messages: TileOptions['messages']): TemplateResult {
  const unlinked = errors.length > 0 ? 'failed' : 'pending';
  const [mark, icon, tone] = statusMarks[status === 'Linked' ? 'linked' : unlinked];
  return html`<span part="mark-text" data-tone=${tone}>${icons[icon]}${messages.marks[mark]}</span>`;
}
