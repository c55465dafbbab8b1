import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Connection } from '../api/schemas/connection.js';
import type { ConnectionAction } from '../contract/connection-action.js';
import { DeleteEvent, DeletedEvent, DisconnectEvent, DisconnectedEvent } from '../events/managing.js';
import type { Session } from '../session/session.js';
import { ActionController, type ActionState } from './journey/action.js';
import { ConfirmDialogController } from './journey/confirm-dialog.js';
import { dispatchFrom } from './dispatch-from.js';

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
  /** The session has switched company, so that any request is void. */
  readonly onDiscard: () => void;
}

/** Disconnects and deletes: asks the host, then the person, then Codat, and dispatches an event once Codat has done it. */
export class DisconnectOrDeleteController implements ReactiveController {
  readonly #host: Host;
  readonly #options: DisconnectOrDeleteOptions;
  readonly #confirm: ConfirmDialogController<DisconnectOrDeleteRequest>;
  readonly #action: ActionController<DisconnectOrDeleteRequest>;
  #life: AbortSignal | undefined;

  constructor(host: Host, options: DisconnectOrDeleteOptions) {
    this.#host = host;
    this.#options = options;
    this.#confirm = new ConfirmDialogController<DisconnectOrDeleteRequest>(host);
    this.#action = new ActionController<DisconnectOrDeleteRequest>(host, async (request) => {
      const life = this.#life;
      const event = await manage(request, options.session());
      if (!event) return;
      if (life === this.#life) options.onDone(request);
      // On the document if the element shows another company by now.
      dispatchFrom(life === this.#life ? host : undefined, event);
    });
    host.addController(this);
  }

  /** The request that the open dialog asks about. */
  get question(): DisconnectOrDeleteRequest | undefined {
    return this.#confirm.question;
  }

  get state(): ActionState<DisconnectOrDeleteRequest> {
    return this.#action.state;
  }

  ask(request: DisconnectOrDeleteRequest): void {
    const RequestEvent = request.action === 'delete' ? DeleteEvent : DisconnectEvent;
    if (this.#host.dispatchEvent(new RequestEvent(request.connection))) this.#confirm.ask(request);
  }

  readonly confirm = (): void => {
    const { question } = this.#confirm;
    this.#confirm.close();
    if (question) void this.#action.run(question);
  };

  readonly cancel = (): void => this.#confirm.close();

  readonly onClose = (): void => this.#confirm.onClose();

  /** Drops a request made for the previous company, so that the next person doesn't see it. */
  hostUpdate(): void {
    const life = this.#options.session()?.endSignal;
    if (life === this.#life) return;
    this.#life = life;
    this.#confirm.drop();
    this.#action.reset();
    this.#options.onDiscard();
  }
}

async function manage(
  { action, connection }: DisconnectOrDeleteRequest,
  session: Session | undefined,
): Promise<Event | undefined> {
  if (!session) return undefined;
  try {
    if (action === 'disconnect') return new DisconnectedEvent(await session.unlink(connection.id));
    await session.delete(connection.id);
    return new DeletedEvent(connection);
  } catch (error) {
    // Codat may have done it though its answer was lost, or somebody else has.
    session.connections.invalidate();
    throw error;
  }
}
