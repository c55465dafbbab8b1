import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Messages, Trouble } from '../../i18n/messages.js';
import type { TypeSync } from '../../sync/sync-run.js';
import { icons } from '../icons.js';
import { near } from '../relative-time.js';
import { isGoing, type Picture, type Standing, type TypeProgress } from './progress.js';

interface SourceFacts {
  readonly words: Messages['syncProgress'];
  readonly lang: string;
  readonly lender: string;
  /** The level of its heading, where there are several. */
  readonly level: number | undefined;
  readonly reconnect: () => void;
  /** What a person sees of this connection while they sign in to it anew. */
  readonly journey: unknown;
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
              <bdi>${platformName}</bdi>${organisation ? html` · <bdi>${organisation}</bdi>` : nothing}
            </div>`
          : nothing
      }
      ${facts.journey ?? nothing}
      ${picture.isPast && facts.level ? renderPast(picture, facts) : renderPresent(picture, facts)}
    </div>
  `;
}

/** Among several, what was there before anyone looked is folded away. */
function renderPast(picture: Picture, facts: SourceFacts): TemplateResult {
  return html`
    <details part="past">
      <summary part="note">${sentence(picture, facts)}</summary>
      ${renderTypes(picture, facts)}
    </details>
  `;
}

function renderPresent(picture: Picture, facts: SourceFacts): TemplateResult {
  return html`
    ${renderBar(picture, facts)}
    <p part="note" role="status">${sentence(picture, facts)}</p>
    ${renderTroubles(picture, facts)} ${renderTypes(picture, facts)}
  `;
}

/** There is a bar while something is being read: with a number where there is one. What waits for a computer moves nothing. */
function renderBar(picture: Picture, { words }: SourceFacts): unknown {
  const { share, slow, ready, all } = picture;
  if (!isGoing(picture) || slow) return nothing;
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
  // Whoever is signing in anew needs no telling.
  const open = [...troubles].filter(([trouble]) => trouble !== 'reconnect' || !facts.journey);
  return open.map(
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
  types: readonly TypeSync[],
  platform: string,
  { words, lender }: SourceFacts,
): string {
  const names = types.map(({ dataType }) => words.dataType(dataType));
  const said = words.troubles[trouble](names, platform, lender);
  return types.every(({ hasEarlierData: older }) => older) ? `${said} ${words.older}` : said;
}

function renderTypes(picture: Picture, facts: SourceFacts): TemplateResult {
  return html`
    <ul part="types" aria-label=${picture.connection.platformName}>
      ${repeat(
        picture.types,
        ({ type }) => type.dataType,
        (type) => renderType(type, picture, facts),
      )}
    </ul>
  `;
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
