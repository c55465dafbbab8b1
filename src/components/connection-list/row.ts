import { html, nothing, type TemplateResult } from 'lit';
import type { Action, Connection } from '../../api/schemas/connection.js';
import type { Running } from '../../controllers/action.js';
import type { Messages } from '../../i18n/messages.js';
import { icons } from '../icons.js';
import { logo } from '../logo.js';
import { ago, day, exactly } from '../relative-time.js';
import { situationOf } from './situation.js';

type Words = Pick<Messages, 'common' | 'errors' | 'connectionList'>;

interface RowFacts {
  readonly words: Words;
  readonly lang: string;
  readonly logo: string | undefined;
  readonly acting: Running<{ readonly action: 'disconnect' | 'delete'; readonly connection: Connection }>;
  readonly act: (action: Action) => void;
}

/** One connection: what it is, how it stands, since when, and what can be done about it. */
export function row(connection: Connection, facts: RowFacts): TemplateResult {
  const { words, lang, acting } = facts;
  const { platformName, organisation, created, lastSync, status } = connection;
  const { word, icon, tone } = situationOf(connection);
  const { statuses, since, read } = words.connectionList;
  // Codat says when a connection was begun, and not when it was cut or lost.
  const isSince = status === 'Linked' && created !== undefined;
  const own = acting.is !== 'idle' && acting.subject.connection.id === connection.id ? acting : undefined;
  return html`
    <li part="row">
      ${logo({ name: platformName, src: facts.logo })}
      <div>
        <div part="name">${platformName}${organisation ? ` · ${organisation}` : nothing}</div>
        <span part="status" data-tone=${tone}>${icons[icon]} ${statuses[word]}</span>
        <span part="small dates">
          ${isSince ? since(day(created, lang)) : nothing} ${isSince && lastSync ? '·' : nothing}
          ${
            lastSync
              ? html`<time datetime=${lastSync.toISOString()} title=${exactly(lastSync, lang)}
                  >${read(ago(lastSync, lang))}</time
                >`
              : nothing
          }
        </span>
      </div>
      <div part="actions">${connection.can.map((action) => renderAction(action, connection, facts))}</div>
      ${own ? renderActing(own, platformName, words) : nothing}
    </li>
  `;
}

/** A button that waits is not `disabled`, which would take focus away from the person who has just pressed it. */
function renderAction(
  action: Action,
  { platformName, status }: Connection,
  { words, acting, act }: RowFacts,
): TemplateResult {
  const { actions, actionOn, finish } = words.connectionList;
  const name = action === 'reconnect' && status === 'PendingAuth' ? finish : actions[action];
  return html`<button
    part="button ${action === 'reconnect' ? '' : 'quiet'}"
    aria-label=${actionOn(name, platformName)}
    aria-disabled=${acting.is === 'running' ? 'true' : nothing}
    @click=${() => act(action)}
  >
    ${name}
  </button>`;
}

function renderActing(
  own: Exclude<RowFacts['acting'], { is: 'idle' }>,
  platform: string,
  words: Words,
): TemplateResult {
  if (own.is === 'running')
    return html`<p part="told" role="status">${words.connectionList.under[own.subject.action](platform)}</p>`;
  const { title, advice } = words.errors[own.error.kind];
  const { correlationId } = own.error;
  return html`<p part="told" role="alert">
    ${title}. ${advice}
    ${correlationId ? html`<span part="small">${words.common.reference(correlationId)}</span>` : nothing}
  </p>`;
}
