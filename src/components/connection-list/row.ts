import { html, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../../api/schemas/connection.js';
import type { ConnectionAction } from '../../contract/connection-action.js';
import type { DisconnectOrDeleteRequest } from '../../controllers/disconnect-or-delete.js';
import type { ActionState } from '../../controllers/journey/action.js';
import type { MenuController } from '../../controllers/menu.js';
import type { Messages } from '../../i18n/messages.js';
import type { QueryState } from '../../session/query-state.js';
import { formatAgo, formatDate, formatDateTime } from '../format-date.js';
import { icons } from '../icons.js';
import { renderReferenceButton } from '../journey/copy-button.js';
import { renderLogo } from '../logo.js';
import { renderMenu, type MenuItem } from '../menu.js';
import type { ConnectionRow } from './connection-rows.js';
import { renderDetails } from './details.js';

interface RowOptions {
  readonly messages: Pick<Messages, 'common' | 'errors' | 'connectionList' | 'syncProgress'>;
  readonly lang: string;
  readonly lender: string;
  readonly menus: MenuController;
  readonly actionState: ActionState<DisconnectOrDeleteRequest>;
  readonly onAction: (action: ConnectionAction) => void;
  /** Whether the page has another platform to choose. */
  readonly canChoose: boolean;
  readonly onChoose: () => void;
  /** Codat's names of the connection's data types; undefined while the details are closed. */
  readonly dataTypes: QueryState<readonly string[]> | undefined;
  readonly toggleDetails: () => void;
  /** The connect journey, while this connection is being reconnected. */
  readonly journey: unknown;
}

const dot = ' ·';
const separator = html`<span class="between">${dot}</span>`;

/** One connection: platform, status, reason, dates, next step and menu. */
export function renderRow(row: ConnectionRow, options: RowOptions): TemplateResult {
  const { connection, statusView, logo: src } = row;
  const { messages, lang, lender, canChoose, journey, dataTypes, toggleDetails } = options;
  const { id, platformName, organisation } = connection;
  const { statuses, whys } = messages.connectionList;
  const { status, reason, icon, tone, showsReference } = statusView;
  return html`
    <li part="row" data-row=${id}>
      ${renderLogo({ name: platformName, src })}
      <div class="what">
        <div part="name">
          <bdi>${platformName}</bdi>${
            organisation ? html`${separator} <bdi part="organisation">${organisation}</bdi>` : nothing
          }
        </div>
        <div class="status">
          <span part="status" data-tone=${tone}>${icons[icon]} ${statuses[status]}</span>
          ${renderDates(connection, options)}
        </div>
        ${reason && !journey ? html`<p part="why">${whys[reason](platformName, lender, canChoose)}</p>` : nothing}
        ${showsReference && !journey ? renderReferenceButton(id, lang) : nothing}
      </div>
      ${journey ? nothing : renderNextStep(row, options)} ${renderRowMenu(row, options)}
      ${renderActionState(row, options)} ${journey ?? nothing}
      ${dataTypes ? renderDetails(row, { messages, lang, dataTypes, hide: toggleDetails }) : nothing}
    </li>
  `;
}

/** Shows the creation date only while linked: Codat gives no date of unlinking or deauthorization. */
function renderDates(
  { status, created, lastSync }: Connection,
  { messages, lang }: RowOptions,
): TemplateResult {
  const { since, read } = messages.connectionList;
  const linkedSince = status === 'Linked' ? created : undefined;
  return html`<span part="small dates"
    >${linkedSince ? html`<span>${since(formatDate(linkedSince, lang))}</span>` : nothing}${
      linkedSince && lastSync ? [separator, ' '] : nothing
    }${
      lastSync
        ? html`<time datetime=${lastSync.toISOString()} title=${formatDateTime(lastSync, lang)}
            >${read(formatAgo(lastSync, lang))}</time
          >`
        : nothing
    }</span
  >`;
}

/** `aria-disabled` instead of `disabled`, which would take focus from the button just pressed. */
function renderNextStep(
  { connection, name, statusView: { nextStep } }: ConnectionRow,
  { messages, actionState, onAction, canChoose, onChoose }: RowOptions,
): TemplateResult | typeof nothing {
  const isChoice = nextStep === 'choose';
  if (!nextStep || !(isChoice ? canChoose : connection.can.includes('reconnect'))) return nothing;
  const { short, whole } = messages.connectionList.ways[nextStep];
  return html`<div part="actions">
    <button
      part="button way"
      data-action=${isChoice ? nextStep : 'reconnect'}
      aria-label=${whole(name)}
      aria-disabled=${actionState.is === 'running' ? 'true' : nothing}
      @click=${isChoice ? onChoose : () => onAction('reconnect')}
    >
      ${short}
    </button>
  </div>`;
}

function renderRowMenu({ connection, name, statusView }: ConnectionRow, options: RowOptions): TemplateResult {
  const { messages, actionState, onAction, menus } = options;
  const { ways, actions, more, details: labels } = messages.connectionList;
  const actionItems = (): MenuItem[] => {
    const { nextStep } = statusView;
    const offered = connection.can.filter(
      (action) => action !== 'reconnect' || !nextStep || nextStep === 'choose',
    );
    return offered.map((action) => ({
      name: action === 'reconnect' ? ways.reconnect.short : actions[action],
      action,
      disabled: actionState.is === 'running',
      onSelect: () => onAction(action),
    }));
  };
  return renderMenu({
    id: `menu-${connection.id}`,
    name: more(name),
    items: () => [
      { name: options.dataTypes ? labels.hide : labels.show, onSelect: options.toggleDetails },
      ...actionItems(),
    ],
    controller: menus,
  });
}

/** Not a live region: the list's own announces it. */
function renderActionState(
  { connection, name }: ConnectionRow,
  { actionState, messages, lang }: RowOptions,
): unknown {
  if (actionState.is === 'idle' || actionState.subject.connection.id !== connection.id) return nothing;
  if (actionState.is === 'running')
    return html`<p part="doing">${messages.connectionList.under[actionState.subject.action](name)}</p>`;
  const { title, advice } = messages.errors[actionState.error.kind];
  const { correlationId } = actionState.error;
  return html`<p part="doing" data-tone="danger">
    ${icons.alert}
    <span>${title}. ${advice} ${renderReferenceButton(correlationId, lang)}</span>
  </p>`;
}
