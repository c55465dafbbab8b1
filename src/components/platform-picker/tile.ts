import { html, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { Messages } from '../../i18n/messages.js';
import { icons } from '../icons.js';
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
        <span part="name">${name}</span>
        ${standing ? markOf(standing, words) : nothing}
        ${
          button && !standing
            ? html`<span part="branded" aria-hidden="true"
                ><img src=${button.rest} alt="" /><img src=${button.hover} alt=""
              /></span>`
            : nothing
        }
      </span>
    </button>
  `;
}

function markOf({ status }: Connection, words: Words): TemplateResult {
  const mark = status === 'Linked' ? 'connected' : 'pending';
  return html`<span part="mark-text" data-standing=${mark}
    >${icons[mark === 'connected' ? 'check' : 'clock']}${words.marks[mark]}</span
  >`;
}
