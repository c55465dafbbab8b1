import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Messages, Trouble } from '../../i18n/messages.js';
import type { TypeReading } from '../../session/reading.js';
import { icons } from '../icons.js';
import { near } from '../relative-time.js';
import type { Picture, Standing, TypeProgress } from './progress.js';

interface SourceFacts {
  readonly words: Messages['syncProgress'];
  readonly lang: string;
  readonly lender: string;
  /** The level of its heading, where there are several. */
  readonly level: number | undefined;
  readonly reconnect: () => void;
}

const marks = {
  waiting: icons.clock,
  reading: icons.clock,
  ready: icons.check,
  'not-offered': icons.dash,
  failed: icons.alert,
} as const;

/** How far the data of one connection is. */
export function source(picture: Picture, facts: SourceFacts): TemplateResult {
  const { platformName, organisation, id } = picture.connection;
  return html`
    <div part="source" data-connection=${id}>
      ${
        facts.level
          ? html`<div part="source-heading" role="heading" aria-level=${facts.level}>
              ${platformName}${organisation ? ` · ${organisation}` : ''}
            </div>`
          : nothing
      }
      ${renderBar(picture, facts)}
      <p part="note" role="status">${sentence(picture, facts)}</p>
      ${renderTroubles(picture, facts)}
      <ul part="types" aria-label=${platformName}>
        ${repeat(
          picture.types,
          ({ type }) => type.dataType,
          (type) => renderType(type, picture, facts),
        )}
      </ul>
    </div>
  `;
}

/** There is a bar while something is being read: with a number where there is one. What waits for a computer moves nothing. */
function renderBar({ at, share, slow, ready, all }: Picture, { words }: SourceFacts): unknown {
  const isGoing = at === 'reading' || at === 'enough';
  if (!isGoing || slow) return nothing;
  const label = words.count(ready, all);
  return share === undefined
    ? html`<div part="bar going-on" role="progressbar" aria-label=${label}></div>`
    : html`<progress part="bar" max="1" .value=${share} aria-label=${label}></progress>`;
}

/** What to say of each standing, the troubles aside. */
function sentence({ at, ready, all, slow, connection }: Picture, { words }: SourceFacts): string {
  const { count, idle, reading, enough, complete, partly, nothingRead } = words;
  const waits = slow && words.slow[slow](connection.platformName);
  const standings: Readonly<Record<Standing, readonly (string | undefined)[]>> = {
    idle: [idle],
    reading: [all > 0 ? `${count(ready, all)}.` : undefined, waits ?? reading],
    enough: [`${count(ready, all)}.`, enough, waits],
    complete: [complete],
    partly: [partly],
    nothing: [nothingRead],
  };
  return standings[at].filter(Boolean).join(' ');
}

function renderTroubles({ troubles, connection }: Picture, facts: SourceFacts): unknown {
  const { platformName } = connection;
  return [...troubles].map(
    ([trouble, types]) => html`
      <div part="trouble" data-trouble=${trouble}>
        ${icons.alert}
        <p part="note">${advice(trouble, types, platformName, facts)}</p>
        ${
          trouble === 'reconnect'
            ? html`<button part="button primary" @click=${facts.reconnect}>
                ${facts.words.reconnect(platformName)}
              </button>`
            : nothing
        }
      </div>
    `,
  );
}

function advice(
  trouble: Trouble,
  types: readonly TypeReading[],
  platform: string,
  { words, lender }: SourceFacts,
): string {
  const names = types.map(({ dataType }) => words.dataType(dataType));
  const said = words.troubles[trouble](names, platform, lender);
  return types.every(({ older }) => older) ? `${said} ${words.older}` : said;
}

function renderType(
  { type, progress }: TypeProgress,
  { connection }: Picture,
  facts: SourceFacts,
): TemplateResult {
  const { words, lang } = facts;
  const says = (): string => {
    if (progress === 'reading' && type.pausedUntil) return words.pausedUntil(near(type.pausedUntil, lang));
    if (progress === 'reading' && type.progress) return words.readingShare(percent(type.progress, lang));
    return words.progress[progress](connection.platformName);
  };
  return html`
    <li part="type">
      <span>${words.dataType(type.dataType)}</span>
      <span part="progress" data-progress=${progress}>${marks[progress]} ${says()}</span>
    </li>
  `;
}

const percent = (share: number, lang: string): string =>
  new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 0 }).format(share);
