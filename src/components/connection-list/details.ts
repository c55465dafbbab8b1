import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import { latestValue, type QueryState } from '../../session/query-state.js';
import { formatAgo, formatDateTime } from '../format-date.js';
import type { ConnectionRow } from './connection-rows.js';

interface DetailsOptions {
  readonly messages: Pick<Messages, 'common' | 'connectionList' | 'syncProgress'>;
  readonly lang: string;
  /** Codat's names of the connection's data types. */
  readonly dataTypes: QueryState<readonly string[]>;
  readonly hide: () => void;
}

/** All details of a connection, with exact dates. It takes focus when opened. */
export function renderDetails({ connection, name }: ConnectionRow, options: DetailsOptions): TemplateResult {
  const { messages, lang, hide } = options;
  const { id, platformName, organisation, status, created, lastSync } = connection;
  const labels = messages.connectionList.details;
  const renderLine = (term: string, description: unknown): TemplateResult =>
    html`<div>
      <dt>${term}</dt>
      <dd>${description}</dd>
    </div>`;
  return html`
    <div part="details" role="group" tabindex="-1" aria-label=${labels.heading(name)}>
      <dl>
        ${renderLine(labels.organisation, organisation ? html`<bdi>${organisation}</bdi>` : labels.unnamed(platformName))}
        ${created ? renderLine(status === 'Linked' ? labels.since : labels.begun, formatDateTime(created, lang)) : nothing}
        ${renderLine(labels.lastRead, lastSync ? `${formatDateTime(lastSync, lang)} (${formatAgo(lastSync, lang)})` : labels.never)}
        ${renderLine(labels.dataTypes, dataTypesText(options))}
        ${renderLine(labels.reference, html`<span part="reference">${id}</span>`)}
      </dl>
      <button part="button quiet" @click=${hide}>${labels.hide}</button>
    </div>
  `;
}

function dataTypesText({ dataTypes, messages, lang }: DetailsOptions): string {
  const { unreadable, noDataTypes } = messages.connectionList.details;
  const types = latestValue(dataTypes);
  if (!types) return dataTypes.is === 'failed' ? unreadable : messages.common.loading;
  return types.length > 0 ? formatDataTypes(types, messages, lang) : noDataTypes;
}

/** The names of Codat's data types, in alphabetical order; empty if there are none. */
export function formatDataTypes(
  types: readonly string[],
  { syncProgress }: Pick<Messages, 'syncProgress'>,
  lang: string,
): string {
  // Our English is British.
  const locale = lang.replace(/^en\b.*/i, 'en-GB');
  const names = types.map((type) => syncProgress.dataType(type)).sort(new Intl.Collator(locale).compare);
  return new Intl.ListFormat(locale).format(names);
}
