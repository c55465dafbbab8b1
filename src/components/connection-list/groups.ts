import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Messages } from '../../i18n/messages.js';
import { groupsOf, type Standing } from './arrangement.js';

interface GroupsFacts {
  readonly words: Pick<Messages, 'connectionList' | 'sourceTypes'>;
  readonly level: number;
  readonly row: (standing: Standing) => TemplateResult;
}

/** The rows, what needs the person first. Where there is more than one kind of source, each has a title. */
export function groups(
  standings: readonly Standing[],
  { words, level, row }: GroupsFacts,
): TemplateResult | TemplateResult[] {
  const groups = groupsOf(standings);
  const kinds = new Set(standings.map(({ connection }) => connection.sourceType));
  const rows = (name: string, standings: readonly Standing[]): TemplateResult => html`
    <ul part="list" aria-label=${name}>
      ${repeat(standings, ({ connection }) => connection.id, row)}
    </ul>
  `;
  if (kinds.size < 2)
    return rows(
      words.connectionList.heading,
      groups.flatMap(({ standings }) => standings),
    );
  return groups.map(({ title, standings }) => {
    const name = title === 'needsPerson' ? words.connectionList.needsPerson : words.sourceTypes[title];
    return html`
      <div class="group">
        <div part="group-title" role="heading" aria-level=${level}>${name}</div>
        ${rows(name, standings)}
      </div>
    `;
  });
}
