import type { ReactiveControllerHost } from 'lit';
import type { Action, Connection } from '../api/schemas/connection.js';
import { DeleteEvent, DeletedEvent, DisconnectEvent, DisconnectedEvent } from '../events/managing.js';
import type { Session } from '../session/session.js';
import { ActionController, type Running } from './action.js';
import { ConfirmController } from './confirm.js';
import { dispatchFrom } from './dispatch.js';

/** What a person wants done with a connection, and what they call it. */
export interface ManageWish {
  readonly action: Exclude<Action, 'reconnect'>;
  readonly connection: Connection;
  readonly name: string;
}

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: DocumentFragment | HTMLElement };

interface Managing {
  readonly session: () => Session | undefined;
  readonly done: (wish: ManageWish) => void;
}

/** Disconnects and deletes: asks the host, then the person, then Codat, and tells of it once Codat has done it. */
export class ManageController {
  readonly #host: Host;
  readonly #confirm: ConfirmController<ManageWish>;
  readonly #acting: ActionController<ManageWish>;

  constructor(host: Host, { session, done }: Managing) {
    this.#host = host;
    this.#confirm = new ConfirmController<ManageWish>(host);
    this.#acting = new ActionController<ManageWish>(host, async (wish) => {
      const event = await manage(wish, session());
      if (!event) return;
      done(wish);
      dispatchFrom(host, event);
    });
  }

  /** What the person is asked to confirm. */
  get question(): ManageWish | undefined {
    return this.#confirm.question;
  }

  get state(): Running<ManageWish> {
    return this.#acting.state;
  }

  ask(wish: ManageWish): void {
    const Ask = wish.action === 'delete' ? DeleteEvent : DisconnectEvent;
    if (this.#host.dispatchEvent(new Ask(wish.connection))) this.#confirm.ask(wish);
  }

  readonly yes = (): void => {
    const { question } = this.#confirm;
    this.#confirm.close();
    if (question) void this.#acting.run(question);
  };

  readonly no = (): void => this.#confirm.close();

  readonly onClose = (): void => this.#confirm.onClose();
}

async function manage(
  { action, connection }: ManageWish,
  session: Session | undefined,
): Promise<Event | undefined> {
  if (!session) return undefined;
  if (action === 'disconnect') return new DisconnectedEvent(await session.unlink(connection.id));
  await session.delete(connection.id);
  return new DeletedEvent(connection);
}
