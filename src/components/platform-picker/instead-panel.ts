import { html, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { Messages } from '../../i18n/messages.js';
import { panel } from '../panel.js';

/** A platform that can't be connected beside the one there is. */
export interface Instead {
  readonly platform: Platform;
  readonly replaces: Connection;
}

interface InsteadFacts {
  readonly words: Messages['platformPicker'];
  readonly level: number;
  readonly replace: () => void;
  readonly back: () => void;
}

/** Explains that there can be one, and offers to cut it on the way to the other where that is allowed. */
export function insteadPanel(
  { platform, replaces }: Instead,
  { words, level, replace, back }: InsteadFacts,
): TemplateResult {
  const possible = platform.key !== replaces.platformKey && replaces.can.includes('disconnect');
  return panel({
    says: words.alreadyConnected(replaces.platformName),
    level,
    mark: { icon: 'check', tone: 'success' },
    actions: html`
      ${
        possible
          ? html`<button part="button" @click=${replace}>
              ${words.replace(replaces.platformName, platform.name)}
            </button>`
          : nothing
      }
      <button part="button quiet" @click=${back}>${words.back}</button>
    `,
  });
}
