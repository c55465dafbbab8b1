import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import { sessionOf } from '../codat-element.js';
import type { PlatformPicker } from '../platform-picker/platform-picker.js';
import type { Standing } from './arrangement.js';
import type { ConnectionList } from './connection-list.js';

/** A kind of source of which a company may have many (docs.codat.io, core concepts, connections). */
export type Repeatable = keyof Messages['connectionList']['connectAnother'];

const repeatable: readonly Repeatable[] = ['Banking', 'Commerce'];

/** A button for one more of each kind that there is one of, where somebody on the page can lead to it. */
export function another(
  list: ConnectionList,
  standings: readonly Standing[],
  words: Messages['connectionList'],
): TemplateResult | typeof nothing {
  const kinds = repeatable.filter(
    (kind) => standings.some(({ connection }) => connection.sourceType === kind) && leaderTo(list, kind),
  );
  if (kinds.length === 0) return nothing;
  return html`
    <div part="actions">
      ${kinds.map(
        (kind) =>
          html`<button part="button another" @click=${() => leaderTo(list, kind)?.()}>
            ${words.connectAnother[kind]}
          </button>`,
      )}
    </div>
  `;
}

/** Who leads a person to one more of a kind: the host, or else a picker on the page that shares the list's session. */
function leaderTo(list: ConnectionList, kind: Repeatable): (() => void) | undefined {
  const { connectAnother } = list;
  if (connectAnother) return () => connectAnother(kind);
  const picker = pickersAround(list).find(
    ({ platform, sourceTypes }) => !platform && (sourceTypes.length === 0 || sourceTypes.includes(kind)),
  );
  return picker && (() => picker.focus());
}

function pickersAround(list: ConnectionList): PlatformPicker[] {
  const tag = list.localName.replace('connection-list', 'platform-picker');
  const root = list.getRootNode() as Document | ShadowRoot;
  return [...new Set([root, document])]
    .flatMap((root) => [...root.querySelectorAll<PlatformPicker>(tag)])
    .filter((picker) => sessionOf(picker) === sessionOf(list));
}
