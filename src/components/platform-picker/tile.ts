import { html, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { Messages } from '../../i18n/messages.js';
import { tileIcons } from '../tile-icons.js';
import { logo } from '../logo.js';

type Words = Messages['platformPicker'];

interface TileFacts {
  readonly standing: Connection | undefined;
  readonly words: Words;
  readonly disabled: boolean;
  readonly choose: () => void;
}

/**
 * A platform to pick. Its maker's own connect button shows while it isn't connected, as Intuit asks for QuickBooks
 * (developer.intuit.com, naming and logo guidelines).
 */
export function tile(
  { name, logo: src, button }: Platform,
  { standing, words, disabled, choose }: TileFacts,
): TemplateResult {
  return html`
    <button part="tile" type="button" ?disabled=${disabled} @click=${choose}>
      ${logo({ name, src })}
      <span part="tile-text">
        <span part="name" dir="auto">${name}</span>
        ${standing ? markOf(standing, words) : nothing}
        ${
          button && standing?.status !== 'Linked' && !disabled
            ? html`<span part="branded" aria-hidden="true"
                ><img src=${button.rest} alt="" /><img src=${button.hover} alt=""
              /></span>`
            : nothing
        }
      </span>
    </button>
  `;
}

const standings = {
  linked: ['connected', 'check', 'success'],
  pending: ['pending', 'clock', 'warning'],
  failed: ['failed', 'alert', 'danger'],
} as const;

function markOf({ status, errors }: Connection, words: Words): TemplateResult {
  const begun = errors.length > 0 ? 'failed' : 'pending';
  const [mark, icon, tone] = standings[status === 'Linked' ? 'linked' : begun];
  return html`<span part="mark-text" data-tone=${tone}>${tileIcons[icon]}${words.marks[mark]}</span>`;
}
