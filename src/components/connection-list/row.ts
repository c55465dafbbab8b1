import { html, nothing, type TemplateResult } from 'lit';
import type { Action, Connection } from '../../api/schemas/connection.js';
import type { ActionState } from '../../controllers/journey/action.js';
import type { ManageRequest } from '../../controllers/manage.js';
import type { MenuController } from '../../controllers/menu.js';
import type { Messages } from '../../i18n/messages.js';
import type { Resource } from '../../session/resource.js';
import { reference } from '../journey/copy.js';
import { icons } from '../icons.js';
import { logo } from '../logo.js';
import { menu, type MenuItem } from '../menu.js';
import { ago, day, exactly } from '../relative-time.js';
import type { Standing } from './arrangement.js';
import { details } from './details.js';

interface RowFacts {
  readonly words: Pick<Messages, 'common' | 'errors' | 'connectionList' | 'syncProgress'>;
  readonly lang: string;
  readonly lender: string;
  readonly menus: MenuController;
  readonly acting: ActionState<ManageRequest>;
  readonly act: (action: Action) => void;
  /** The types of data read from it, by Codat's names, while its details are open. */
  readonly dataTypes: Resource<readonly string[]> | undefined;
  readonly toggleDetails: () => void;
  /** What a person sees of this connection while they sign in to it anew. */
  readonly journey: unknown;
}

const between = html`<span class="between"> ·</span>`;

/** One connection: what it is, how it stands and why, since when, what to do now, and what else can be done. */
export function row(standing: Standing, facts: RowFacts): TemplateResult {
  const { connection, situation, logo: src } = standing;
  const { words, lang, lender, journey, dataTypes, toggleDetails } = facts;
  const { id, platformName, organisation } = connection;
  const { statuses, whys } = words.connectionList;
  const { status, why, icon, tone, wrong } = situation;
  return html`
    <li part="row" data-row=${id}>
      ${logo({ name: platformName, src })}
      <div class="what">
        <div part="name">
          <bdi>${platformName}</bdi>${
            organisation ? html`${between} <bdi part="organisation">${organisation}</bdi>` : nothing
          }
        </div>
        <div class="standing">
          <span part="status" data-tone=${tone}>${icons[icon]} ${statuses[status]}</span>
          ${renderDates(connection, facts)}
        </div>
        ${why && !journey ? html`<p part="why">${whys[why](platformName, lender)}</p>` : nothing}
        ${wrong && !journey ? reference(id, lang) : nothing}
      </div>
      <div part="actions">${journey ? nothing : renderWay(standing, facts)}</div>
      <div class="more">${renderMenu(standing, facts)}</div>
      ${renderActing(standing, facts)} ${journey ?? nothing}
      ${dataTypes ? details(standing, { words, lang, dataTypes, hide: toggleDetails }) : nothing}
    </li>
  `;
}

/** Codat says when a connection was begun, and not when it was cut or lost. */
function renderDates({ status, created, lastSync }: Connection, { words, lang }: RowFacts): TemplateResult {
  const { since, read } = words.connectionList;
  const began = status === 'Linked' ? created : undefined;
  return html`<span part="small dates"
    >${began ? html`<span>${since(day(began, lang))}</span>` : nothing}${
      began && lastSync ? html`${between} ` : nothing
    }${
      lastSync
        ? html`<span
            ><time datetime=${lastSync.toISOString()} title=${exactly(lastSync, lang)}
              >${read(ago(lastSync, lang))}</time
            ></span
          >`
        : nothing
    }</span
  >`;
}

/** A button that waits is not `disabled`, which would take focus away from the person who has just pressed it. */
function renderWay(
  { connection, name, situation: { way } }: Standing,
  { words, acting, act }: RowFacts,
): TemplateResult | typeof nothing {
  if (!way || !connection.can.includes('reconnect')) return nothing;
  const { short, whole } = words.connectionList.ways[way];
  return html`<button
    part="button way"
    data-action="reconnect"
    aria-label=${whole(name)}
    aria-disabled=${acting.is === 'running' ? 'true' : nothing}
    @click=${() => act('reconnect')}
  >
    ${short}
  </button>`;
}

function renderMenu({ connection, name, situation }: Standing, facts: RowFacts): TemplateResult {
  const { words, acting, act, menus } = facts;
  const { ways, actions, more, details: say } = words.connectionList;
  const waiting = acting.is === 'running';
  const offered = connection.can.filter((action) => action !== 'reconnect' || !situation.way);
  const items: MenuItem[] = offered.map((action) => ({
    name: action === 'reconnect' ? ways.reconnect.short : actions[action],
    action,
    waiting,
    act: () => act(action),
  }));
  return menu({
    id: `menu-${connection.id}`,
    name: more(name),
    items: [{ name: facts.dataTypes ? say.hide : say.show, act: facts.toggleDetails }, ...items],
    controller: menus,
  });
}

/** It is said aloud by the list, whose place for it is there before there is anything to say. */
function renderActing({ connection, name }: Standing, { acting, words, lang }: RowFacts): unknown {
  if (acting.is === 'idle' || acting.subject.connection.id !== connection.id) return nothing;
  if (acting.is === 'running')
    return html`<p part="doing">${words.connectionList.under[acting.subject.action](name)}</p>`;
  const { title, advice } = words.errors[acting.error.kind];
  const { correlationId } = acting.error;
  return html`<p part="doing" data-tone="danger">
    ${icons.alert}
    <span>${title}. ${advice} ${reference(correlationId, lang)}</span>
  </p>`;
}
