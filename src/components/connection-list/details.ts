import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import { latest, type Resource } from '../../session/resource.js';
import { ago, exactly } from '../relative-time.js';
import type { Standing } from './arrangement.js';

interface DetailsFacts {
  readonly words: Pick<Messages, 'common' | 'connectionList' | 'syncProgress'>;
  readonly lang: string;
  /** The types of data read from it, by Codat's names. */
  readonly dataTypes: Resource<readonly string[]>;
  readonly hide: () => void;
}

/** Everything that is known of a connection, with the exact moments. Focus goes there when it is opened. */
export function details({ connection, name }: Standing, facts: DetailsFacts): TemplateResult {
  const { words, lang, hide } = facts;
  const { id, platformName, organisation, status, created, lastSync } = connection;
  const say = words.connectionList.details;
  const line = (term: string, description: unknown): TemplateResult =>
    html`<div>
      <dt>${term}</dt>
      <dd>${description}</dd>
    </div>`;
  return html`
    <div part="details" role="group" tabindex="-1" aria-label=${say.heading(name)}>
      <dl>
        ${line(say.organisation, organisation ? html`<bdi>${organisation}</bdi>` : say.unnamed(platformName))}
        ${created ? line(status === 'Linked' ? say.since : say.begun, exactly(created, lang)) : nothing}
        ${line(say.lastRead, lastSync ? `${exactly(lastSync, lang)} (${ago(lastSync, lang)})` : say.never)}
        ${line(say.dataTypes, typesIn(facts))}
        ${line(say.reference, html`<span part="reference">${id}</span>`)}
      </dl>
      <button part="button quiet" @click=${hide}>${say.hide}</button>
    </div>
  `;
}

function typesIn({ dataTypes, words, lang }: DetailsFacts): string {
  const { unreadable, noDataTypes } = words.connectionList.details;
  const types = latest(dataTypes);
  if (!types) return dataTypes.is === 'failed' ? unreadable : words.common.loading;
  if (types.length === 0) return noDataTypes;
  const names = types.map((type) => words.syncProgress.dataType(type));
  return new Intl.ListFormat(lang).format(names.sort((one, other) => one.localeCompare(other, lang)));
}
