import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Action, Connection } from '../api/schemas/connection.js';
import { DeleteEvent, DeletedEvent, DisconnectEvent, DisconnectedEvent } from '../events/managing.js';
import type { Session } from '../session/session.js';
import { ActionController, type Running } from './journey/action.js';
import { ConfirmController } from './journey/confirm.js';
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
  /** What is known of the company is discarded, and with it what was wanted. */
  readonly discarded: () => void;
}

/** Disconnects and deletes: asks the host, then the person, then Codat, and tells of it once Codat has done it. */
export class ManageController implements ReactiveController {
  readonly #host: Host;
  readonly #managing: Managing;
  readonly #confirm: ConfirmController<ManageWish>;
  readonly #acting: ActionController<ManageWish>;
  #life: AbortSignal | undefined;

  constructor(host: Host, managing: Managing) {
    this.#host = host;
    this.#managing = managing;
    this.#confirm = new ConfirmController<ManageWish>(host);
    this.#acting = new ActionController<ManageWish>(host, async (wish) => {
      const life = this.#life;
      const event = await manage(wish, managing.session());
      if (!event) return;
      if (life === this.#life) managing.done(wish);
      dispatchFrom(host, event);
    });
    host.addController(this);
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

  /** Whoever comes next sees nothing of what was wanted for the company before. */
  hostUpdate(): void {
    const life = this.#managing.session()?.endSignal;
    if (life === this.#life) return;
    this.#life = life;
    this.#confirm.onClose();
    this.#acting.drop();
    this.#managing.discarded();
  }
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
