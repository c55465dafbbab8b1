import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Connection } from '../../api/schemas/connection.js';
import type { DisconnectOrDeleteRequest } from '../../controllers/disconnect-or-delete.js';
import type { ActionState } from '../../controllers/action.js';
import type { ConnectState } from '../../flow/connect-state.js';
import type { Messages } from '../../i18n/messages.js';
import type { ConnectionRow } from './connection-rows.js';

interface AnnouncerOptions {
  readonly messages: () => Pick<Messages, 'common' | 'errors' | 'connectionList'>;
  readonly lender: () => string;
  /** The rows on screen; undefined while they load. Empty if they failed to load, which a panel announces. */
  readonly rows: () => readonly ConnectionRow[] | undefined;
  readonly actionState: () => ActionState<DisconnectOrDeleteRequest>;
  /** The id of the connection whose journey is shown on the page, here or elsewhere, and announced there. */
  readonly busyConnection: () => string | undefined;
}

/**
 * The text of the list's live region: that the list loads, the progress and result of an action, and changes of status
 * outside a journey. The region is rendered before it has text, since screen readers announce only changes (WCAG 2.2,
 * 4.1.3).
 */
export class AnnouncerController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: AnnouncerOptions;
  #announcement = '';
  #previousStatusKeys: ReadonlyMap<string, string> | undefined;
  /** Whether the text is visible as well, because the row it is about is gone. */
  visible = false;

  constructor(host: ReactiveControllerHost, options: AnnouncerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get text(): string {
    const { messages, actionState, rows } = this.#options;
    const { common, connectionList, errors } = messages();
    const state = actionState();
    if (state.is === 'running') return connectionList.under[state.subject.action](state.subject.name);
    if (state.is === 'failed') return `${errors[state.error.kind].title}. ${errors[state.error.kind].advice}`;
    return rows() ? this.#announcement : common.loading;
  }

  announceDone({ action, name }: DisconnectOrDeleteRequest): void {
    const { messages, lender } = this.#options;
    this.#announce(messages().connectionList.done[action](name, lender()), action === 'delete');
  }

  clearAnnouncement(): void {
    this.#announce('');
  }

  /** Compares the statuses before rendering, so that the announcement is part of the same update. */
  hostUpdate(): void {
    const { messages, rows, busyConnection } = this.#options;
    const { changed, statuses } = messages().connectionList;
    const current = rows();
    const changes: string[] = [];
    for (const { connection, name, statusView } of current ?? []) {
      const previous = this.#previousStatusKeys?.get(connection.id);
      if (previous && previous !== statusKeyOf(connection) && connection.id !== busyConnection())
        changes.push(changed(name, statuses[statusView.status]));
    }
    if (changes.length > 0) this.#announce(changes.join('. '));
    this.#previousStatusKeys =
      current && new Map(current.map(({ connection }) => [connection.id, statusKeyOf(connection)]));
  }

  #announce(text: string, visible = false): void {
    this.#announcement = text;
    this.visible = visible;
    this.#host.requestUpdate();
  }
}

/** Changes with the status that is shown: a sign-in that failed leaves Codat's status pending, and adds an error. */
const statusKeyOf = ({ status, errors }: Connection): string => `${status}${errors.length}`;

/** The id of the connection that a journey is about. */
export const connectionIdOfConnectState = (state: ConnectState | undefined): string | undefined =>
  state && 'connection' in state ? state.connection.id : undefined;
