import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import { latest, type Resource } from '../../session/resource.js';
import { formatAgo, formatDateTime } from '../format-date.js';
import type { ConnectionRow } from './connection-rows.js';

interface DetailsOptions {
  readonly words: Pick<Messages, 'common' | 'connectionList' | 'syncProgress'>;
  readonly lang: string;
  /** Codat's names of its data types. */
  readonly dataTypes: Resource<readonly string[]>;
  readonly hide: () => void;
}

/** All details of a connection, with exact dates. It takes focus when opened. */
export function details({ connection, name }: ConnectionRow, options: DetailsOptions): TemplateResult {
  const { words, lang, hide } = options;
  const { id, platformName, organisation, status, created, lastSync } = connection;
  const messages = words.connectionList.details;
  const line = (term: string, description: unknown): TemplateResult =>
    html`<div>
      <dt>${term}</dt>
      <dd>${description}</dd>
    </div>`;
  return html`
    <div part="details" role="group" tabindex="-1" aria-label=${messages.heading(name)}>
      <dl>
        ${line(messages.organisation, organisation ? html`<bdi>${organisation}</bdi>` : messages.unnamed(platformName))}
        ${created ? line(status === 'Linked' ? messages.since : messages.begun, formatDateTime(created, lang)) : nothing}
        ${line(messages.lastRead, lastSync ? `${formatDateTime(lastSync, lang)} (${formatAgo(lastSync, lang)})` : messages.never)}
        ${line(messages.dataTypes, dataTypesText(options))}
        ${line(messages.reference, html`<span part="reference">${id}</span>`)}
      </dl>
      <button part="button quiet" @click=${hide}>${messages.hide}</button>
    </div>
  `;
}

function dataTypesText({ dataTypes, words, lang }: DetailsOptions): string {
  const { unreadable, noDataTypes } = words.connectionList.details;
  const types = latest(dataTypes);
  if (!types) return dataTypes.is === 'failed' ? unreadable : words.common.loading;
  if (types.length === 0) return noDataTypes;
  const names = types.map((type) => words.syncProgress.dataType(type));
  return new Intl.ListFormat(lang).format(names.sort((one, other) => one.localeCompare(other, lang)));
}
