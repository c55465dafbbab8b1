import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Messages, SyncTrouble } from '../../i18n/messages.js';
import type { TypeSync } from '../../sync/sync-run.js';
import { formatTimeOrDateTime } from '../format-date.js';
import { icons } from '../icons.js';
import {
  isSyncInProgress,
  type ConnectionSyncSummary,
  type SummaryStatus,
  type TypeProgress,
} from './connection-sync-summary.js';

interface SourceOptions {
  readonly messages: Messages['syncProgress'];
  readonly lang: string;
  readonly lender: string;
  /** The level of the source's heading; undefined if there is only one source, which has no heading. */
  readonly level: number | undefined;
  readonly reconnect: () => void;
  /** The connect journey, while this connection is being reconnected. */
  readonly journey: unknown;
}

const marks = {
  waiting: icons.clock,
  reading: icons.read,
  ready: icons.check,
  failed: icons.alert,
} as const;

/** The sync of one connection. */
export function renderConnectionSync(summary: ConnectionSyncSummary, options: SourceOptions): TemplateResult {
  const { platformName, organisation, id } = summary.connection;
  return html`
    <div part="source" data-connection=${id}>
      ${
        options.level
          ? html`<div part="source-heading" role="heading" aria-level=${options.level}>
              <bdi>${platformName}</bdi>${organisation ? [' · ', html`<bdi>${organisation}</bdi>`] : nothing}
            </div>`
          : nothing
      }
      ${options.journey ?? nothing}
      ${summary.alreadyComplete && options.level ? renderFolded(summary, options) : renderProgress(summary, options)}
    </div>
  `;
}

/** Renders a source that was complete from the start as a closed `<details>` element. */
function renderFolded(summary: ConnectionSyncSummary, options: SourceOptions): TemplateResult {
  return html`
    <details part="past">
      <summary part="note">${statusText(summary, options)}</summary>
      ${renderTypes(summary, options)}
    </details>
  `;
}

function renderProgress(summary: ConnectionSyncSummary, options: SourceOptions): TemplateResult {
  return html`
    ${renderBar(summary, options)}
    <p part="note" class=${isSyncInProgress(summary) ? 'awaited' : nothing} role="status">
      ${statusText(summary, options)}
    </p>
    ${renderTroubles(summary, options)} ${renderTypes(summary, options)}
  `;
}

/** Renders the count beneath it as a progress bar while data is being synced; nothing while the platform's first sync starts late. */
function renderBar(summary: ConnectionSyncSummary, { messages }: SourceOptions): unknown {
  const { lateReason, readyCount, totalCount } = summary;
  if (!isSyncInProgress(summary) || lateReason) return nothing;
  const label = messages.count(readyCount, totalCount);
  return readyCount === 0
    ? html`<div part="bar going-on" class="moving" role="progressbar" aria-label=${label}></div>`
    : html`<progress part="bar" max=${totalCount} .value=${readyCount} aria-label=${label}></progress>`;
}

/** The sentence of each status, without the troubles. */
function statusText(
  { status, readyCount, totalCount, lateReason, connection }: ConnectionSyncSummary,
  { messages }: SourceOptions,
): string {
  const { count, idle, reading, enough, complete, partly, nothingRead } = messages;
  const delay = lateReason && messages.slow[lateReason](connection.platformName);
  const sentences: Readonly<Record<SummaryStatus, readonly (string | undefined)[]>> = {
    idle: [idle],
    reading: [totalCount > 0 ? `${count(readyCount, totalCount)}.` : undefined, delay ?? reading],
    enough: [`${count(readyCount, totalCount)}.`, enough, delay],
    complete: [complete],
    partly: [partly],
    nothing: [nothingRead],
  };
  return sentences[status].filter(Boolean).join(' ');
}

function renderTroubles({ troubles, connection }: ConnectionSyncSummary, options: SourceOptions): unknown {
  const { platformName } = connection;
  // While the person is reconnecting, the advice to do so is hidden.
  const shown = [...troubles].filter(([trouble]) => trouble !== 'reconnect' || !options.journey);
  return shown.map(
    ([trouble, types]) => html`
      <div part="trouble" data-trouble=${trouble}>
        ${icons.alert}
        <p part="note">${troubleText(trouble, types, platformName, options)}</p>
        ${
          trouble === 'reconnect'
            ? html`<button part="button primary" @click=${options.reconnect}>
                ${options.messages.reconnect(platformName)}
              </button>`
            : nothing
        }
      </div>
    `,
  );
}

function troubleText(
  trouble: SyncTrouble,
  types: readonly TypeSync[],
  platform: string,
  { messages, lender }: SourceOptions,
): string {
  const names = types.map(({ dataType }) => messages.dataType(dataType));
  const text = messages.troubles[trouble](names, platform, lender);
  return types.every(({ hasEarlierData }) => hasEarlierData) ? `${text} ${messages.older}` : text;
}

/** A line for each data type, and one for all that the platform doesn't offer. */
function renderTypes({ types, connection }: ConnectionSyncSummary, options: SourceOptions): TemplateResult {
  const { messages } = options;
  const { platformName } = connection;
  const notOffered = types.filter(({ progress }) => progress === 'not-offered');
  const names = notOffered.map(({ type }) => messages.dataType(type.dataType));
  return html`
    <ul part="types" aria-label=${platformName}>
      ${repeat(
        types,
        ({ type }) => type.dataType,
        (type) => renderType(type, options),
      )}
      ${names.length > 0 ? html`<li part="note">${messages.notOffered(names, platformName)}</li>` : nothing}
    </ul>
  `;
}

function renderType(
  { type, progress }: TypeProgress,
  options: SourceOptions,
): TemplateResult | typeof nothing {
  if (progress === 'not-offered') return nothing;
  const { messages, lang } = options;
  const text = (): string => {
    if (progress === 'reading' && type.pausedUntil)
      return messages.pausedUntil(formatTimeOrDateTime(type.pausedUntil, lang));
    if (progress === 'reading' && type.progress) return messages.readingShare(percent(type.progress, lang));
    return messages.progress[progress];
  };
  return html`
    <li part="type">
      <span>${messages.dataType(type.dataType)}</span>
      <span part="progress" data-progress=${progress}>${marks[progress]} ${text()}</span>
    </li>
  `;
}

const percent = (fraction: number, lang: string): string =>
  new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 0 }).format(fraction);
