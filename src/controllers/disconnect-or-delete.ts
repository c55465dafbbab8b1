import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CodatError, type ErrorKind } from '../api/errors.js';
import type { Connection } from '../api/schemas/connection.js';
import type { ConnectionAction } from '../contract/connection-action.js';
import { DeleteEvent, DeletedEvent, DisconnectEvent, DisconnectedEvent } from '../events/managing.js';
import type { Session } from '../session/session.js';
import { dispatchOnElementOrDocument } from './dispatch-on-element-or-document.js';
import { ActionController, type ActionState } from './action.js';
import { ConfirmDialogController } from './journey/confirm-dialog.js';

/** A request to disconnect or delete a connection; `name` is the connection's name in the list. */
export interface DisconnectOrDeleteRequest {
  readonly action: Exclude<ConnectionAction, 'reconnect'>;
  readonly connection: Connection;
  readonly name: string;
}

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: DocumentFragment | HTMLElement };

interface DisconnectOrDeleteOptions {
  readonly session: () => Session | undefined;
  readonly onDone: (request: DisconnectOrDeleteRequest) => void;
  /** Called when the session has switched company, so that any request is void. */
  readonly onDiscard: () => void;
}

/** Disconnects and deletes: asks the host, then the person, then Codat, and dispatches an event once Codat has done it. */
export class DisconnectOrDeleteController implements ReactiveController {
  readonly #host: Host;
  readonly #options: DisconnectOrDeleteOptions;
  readonly #dialog: ConfirmDialogController<DisconnectOrDeleteRequest>;
  readonly #action: ActionController<DisconnectOrDeleteRequest>;
  /** `endSignal` of the session at the last update. Another one means another session or company. */
  #endSignal: AbortSignal | undefined;

  constructor(host: Host, options: DisconnectOrDeleteOptions) {
    this.#host = host;
    this.#options = options;
    this.#dialog = new ConfirmDialogController<DisconnectOrDeleteRequest>(host);
    this.#action = new ActionController<DisconnectOrDeleteRequest>(host, async (request) => {
      const endSignal = this.#endSignal;
      const event = await disconnectOrDelete(request, options.session());
      if (!event) return;
      if (endSignal === this.#endSignal) options.onDone(request);
      // On the document if the element shows another company by now.
      dispatchOnElementOrDocument(endSignal === this.#endSignal ? host : undefined, event);
    });
    host.addController(this);
  }

  /** The request that the open dialog asks about. */
  get pendingRequest(): DisconnectOrDeleteRequest | undefined {
    return this.#dialog.question;
  }

  /** The progress of the confirmed request. */
  get state(): ActionState<DisconnectOrDeleteRequest> {
    return this.#action.state;
  }

  /** Asks the person to confirm, unless the host cancels the event. */
  ask(request: DisconnectOrDeleteRequest): void {
    const RequestEvent = request.action === 'delete' ? DeleteEvent : DisconnectEvent;
    if (this.#host.dispatchEvent(new RequestEvent(request.connection))) this.#dialog.ask(request);
  }

  readonly confirm = (): void => {
    const { pendingRequest } = this;
    this.#dialog.close();
    if (pendingRequest) void this.#action.run(pendingRequest);
  };

  readonly cancel = (): void => this.#dialog.close();

  readonly onClose = (): void => this.#dialog.onClose();

  /** Drops a request made for the previous company, so that the next person doesn't see it. */
  hostUpdate(): void {
    const endSignal = this.#options.session()?.endSignal;
    if (endSignal === this.#endSignal) return;
    this.#endSignal = endSignal;
    this.#dialog.drop();
    this.#action.reset();
    this.#options.onDiscard();
  }
}

/** The errors after which Codat may have made the change though its answer was lost, or somebody else has made it. */
const mayHaveChanged: ReadonlySet<ErrorKind> = new Set([
  'slow',
  'unreachable',
  'unavailable',
  'unreadable',
  'missing',
]);

/** Resolves with the event to dispatch; undefined without a session. */
async function disconnectOrDelete(
  { action, connection }: DisconnectOrDeleteRequest,
  session: Session | undefined,
): Promise<Event | undefined> {
  if (!session) return undefined;
  try {
    if (action === 'disconnect') return new DisconnectedEvent(await session.unlink(connection.id));
    await session.delete(connection.id);
    return new DeletedEvent(connection);
  } catch (error) {
    if (mayHaveChanged.has(CodatError.from(error).kind)) session.connections.invalidate();
    throw error;
  }
}
