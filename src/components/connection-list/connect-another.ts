import { html, nothing, type TemplateResult } from 'lit';
import type { SourceType } from '../../api/schemas/source-type.js';
import type { Messages } from '../../i18n/messages.js';
import { resolveOwnOrSharedSession, type CodatElement } from '../codat-element.js';
import type { PlatformPicker } from '../platform-picker/platform-picker.js';
import type { ConnectionRow } from './connection-rows.js';

/** A source type of which a company may have several connections (docs.codat.io, core concepts, connections). */
export type RepeatableSourceType = keyof Messages['connectionList']['connectAnother'];

/** The connection list, as far as its buttons need it. */
type List = CodatElement & {
  readonly sourceTypes: readonly SourceType[];
  readonly connectAnother: ((sourceType: RepeatableSourceType) => void) | undefined;
};

const repeatableSourceTypes: readonly RepeatableSourceType[] = ['Banking', 'Commerce'];

/** A button for each repeatable source type in the list, if the host or a picker on the page can connect another. */
export function renderConnectAnotherButtons(
  list: List,
  rows: readonly ConnectionRow[],
  messages: Messages['connectionList'],
): TemplateResult | typeof nothing {
  const sourceTypes = repeatableSourceTypes.filter(
    (sourceType) =>
      rows.some(({ connection }) => connection.sourceType === sourceType) &&
      findConnectAnotherCallback(list, sourceType),
  );
  if (sourceTypes.length === 0) return nothing;
  return html`
    <div part="actions">
      ${sourceTypes.map(
        (sourceType) =>
          html`<button part="button another" @click=${() => findConnectAnotherCallback(list, sourceType)?.()}>
            ${messages.connectAnother[sourceType]}
          </button>`,
      )}
    </div>
  `;
}

/** The button of an empty list that focuses a picker on the page, if there is one for any of the list's source types. */
export function renderEmptyListButton(
  list: List,
  { choose }: Messages['connectionList'],
): TemplateResult | typeof nothing {
  const picker = findPicker(list, list.sourceTypes);
  if (!picker) return nothing;
  return html`<div part="actions">
    <button part="button another" @click=${() => picker.focus()}>${choose}</button>
  </div>`;
}

/**
 * Returns what connects another: the host's `connectAnother`, if the source type is repeatable, or else a function that
 * focuses a picker on the page that has the list's session and offers the source type. Undefined if there is neither.
 */
export function findConnectAnotherCallback(list: List, sourceType: SourceType): (() => void) | undefined {
  const { connectAnother } = list;
  const repeatable = repeatableSourceTypes.find((type) => type === sourceType);
  if (connectAnother && repeatable) return () => connectAnother(repeatable);
  const picker = findPicker(list, [sourceType]);
  return picker && (() => picker.focus());
}

/** A picker on the page that offers one of the source types, or any if `wanted` is empty, and not a single platform. */
function findPicker(list: List, wanted: readonly SourceType[]): PlatformPicker | undefined {
  const tag = list.localName.replace('connection-list', 'platform-picker');
  const root = list.getRootNode() as Document | ShadowRoot;
  return [...new Set([root, document])]
    .flatMap((root) => [...root.querySelectorAll<PlatformPicker>(tag)])
    .find(
      (picker) =>
        resolveOwnOrSharedSession(picker) === resolveOwnOrSharedSession(list) &&
        !picker.platform &&
        (wanted.length === 0 ||
          picker.sourceTypes.length === 0 ||
          picker.sourceTypes.some((sourceType) => wanted.includes(sourceType))),
    );
}
