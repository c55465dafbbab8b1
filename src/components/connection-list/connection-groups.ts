import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Messages } from '../../i18n/messages.js';
import { groupRows, type ConnectionRow } from './connection-rows.js';

interface GroupsOptions {
  readonly messages: Pick<Messages, 'connectionList' | 'sourceTypes'>;
  readonly level: number;
  readonly renderRow: (row: ConnectionRow) => unknown;
}

/** The rows, those that need the person first. Groups have titles if there is more than one source type. */
export function renderConnectionGroups(
  rows: readonly ConnectionRow[],
  { messages, level, renderRow }: GroupsOptions,
): TemplateResult | TemplateResult[] {
  const groups = groupRows(rows);
  const sourceTypes = new Set(rows.map(({ connection }) => connection.sourceType));
  const renderList = (name: string, rows: readonly ConnectionRow[]): TemplateResult => html`
    <ul part="list" aria-label=${name}>
      ${repeat(rows, ({ connection }) => connection.id, renderRow)}
    </ul>
  `;
  if (sourceTypes.size < 2)
    return renderList(
      messages.connectionList.heading,
      groups.flatMap(({ rows }) => rows),
    );
  return groups.map(({ title, rows }) => {
    const name = title === 'needsPerson' ? messages.connectionList.needsPerson : messages.sourceTypes[title];
    return html`
      <div class="group">
        <div part="group-title" role="heading" aria-level=${level}>${name}</div>
        ${renderList(name, rows)}
      </div>
    `;
  });
}
