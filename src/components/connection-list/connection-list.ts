import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CodatError } from '../../api/errors.js';
import type { Action, Connection } from '../../api/schemas/connection.js';
import { ActionController } from '../../controllers/action.js';
import { ConfirmController } from '../../controllers/confirm.js';
import { ConnectController } from '../../controllers/connect.js';
import { QueryController } from '../../controllers/query.js';
import { SceneController } from '../../controllers/scene.js';
import { DeleteEvent, DeletedEvent, DisconnectEvent, DisconnectedEvent } from '../../events/managing.js';
import { LocalizeController } from '../../controllers/localize.js';
import { common } from '../../i18n/locales/en/common.js';
import { connectionList } from '../../i18n/locales/en/connection-list.js';
import { errors } from '../../i18n/locales/en/errors.js';
import { base } from '../../styles/base.js';
import { controls } from '../../styles/controls.js';
import { logoStyles } from '../../styles/logo.js';
import { panelStyles } from '../../styles/panel.js';
import { tokens } from '../../styles/tokens.js';
import { CodatElement } from '../codat-element.js';
import { failure } from '../failure.js';
import { keys } from '../keys.js';
import { confirmation } from './confirmation.js';
import { row } from './row.js';
import { inOrder } from './situation.js';
import { styles } from './styles.js';

/** What a person is asked to confirm. */
interface Wish {
  readonly action: 'disconnect' | 'delete';
  readonly connection: Connection;
}

const english = { common, connectionList, errors };

/**
 * Shows what is connected, and lets a person finish, reconnect, disconnect and delete.
 *
 * @tag connection-list
 * @slot heading - instead of the element's own heading
 * @slot empty - instead of the sentence shown while nothing is connected
 * @slot help - how to reach the lender
 * @fires {ReconnectEvent} codat-reconnect - a person wants a connection finished or renewed
 * @fires {DisconnectEvent} codat-disconnect - a person wants a connection cut; cancel it to ask them yourself
 * @fires {DisconnectedEvent} codat-disconnected
 * @fires {DeleteEvent} codat-delete - a person wants a connection deleted; cancel it to ask them yourself
 * @fires {DeletedEvent} codat-deleted
 * @fires {FailedEvent} codat-failed
 * @csspart heading · list · row · logo · name · status · dates · actions · button · dialog
 */
export class ConnectionList extends CodatElement {
  static override styles = [tokens, base, controls, logoStyles, panelStyles, styles];

  static override properties = {
    sourceTypes: { attribute: 'source-types', converter: keys },
    told: { state: true },
  };

  /** The kinds of connection to show, such as `Accounting`; all by default. */
  sourceTypes: readonly string[] = [];

  private told = '';

  readonly #say = new LocalizeController(this, english);
  readonly #connections = new QueryController(this, () => this.current?.connections);
  readonly #platforms = new QueryController(this, () => this.current?.platforms);
  readonly #connect = new ConnectController(this, {
    session: () => this.current,
    load: () => import('../journey.js'),
    opening: (platform) => this.#say.words.common.opening(platform),
  });
  readonly #confirm = new ConfirmController<Wish>(this);
  readonly #acting = new ActionController<Wish>(this, (wish) => this.#act(wish));
  readonly #scene = new SceneController(this, () => this.#connect.scene);

  protected override render(): TemplateResult {
    return html`
      <div part="base">
        <slot name="heading">
          <div part="heading" role="heading" aria-level=${this.headingLevel}>
            ${this.#say.words.connectionList.heading}
          </div>
        </slot>
        ${this.#renderJourney()}
        ${this.#connections.render({
          loading: () => html`<p part="note" role="status">${this.#say.words.common.loading}</p>`,
          ready: (connections) => this.#renderList(connections),
          failed: (error) => this.#renderFailure(error, () => this.#connections.refresh()),
        })}
        <p part="note" role="status">${this.told}</p>
        <slot name="help"></slot>
      </div>
      ${this.#renderConfirmation()}
    `;
  }

  #renderJourney(): TemplateResult | typeof nothing {
    const { state, parts, problem } = this.#connect;
    if (problem) return this.#renderFailure(problem, this.#connect.reset);
    if (!parts || state.at === 'choosing') return nothing;
    return parts.journeyPanel(state, {
      lang: this.#say.lang,
      level: this.headingLevel + 1,
      lender: this.lender,
      companyId: this.current?.companyId,
      wishes: this.#connect,
      leave: 'away',
    });
  }

  #renderFailure(error: CodatError, retry: () => void): TemplateResult {
    return failure(error, { words: this.#say.words, level: this.headingLevel + 1, retry });
  }

  #renderList(connections: readonly Connection[]): TemplateResult {
    const shown = inOrder(connections).filter(
      ({ sourceType }) => this.sourceTypes.length === 0 || this.sourceTypes.includes(sourceType),
    );
    if (shown.length === 0)
      return html`<slot name="empty"><p part="note">${this.#say.words.connectionList.empty}</p></slot>`;
    return html`
      <ul part="list" aria-label=${this.#say.words.connectionList.heading}>
        ${repeat(
          shown,
          ({ id }) => id,
          (connection) => this.#renderRow(connection),
        )}
      </ul>
    `;
  }

  #renderRow(connection: Connection): TemplateResult {
    return row(connection, {
      words: this.#say.words,
      lang: this.#say.lang,
      logo: this.#platforms.latest?.find(({ key }) => key === connection.platformKey)?.logo,
      acting: this.#acting.state,
      act: (action) => this.#onAct(action, connection),
    });
  }

  #renderConfirmation(): TemplateResult | typeof nothing {
    const { question: wish } = this.#confirm;
    if (!wish) return nothing;
    return confirmation({
      question: this.#say.words.connectionList.confirm[wish.action](
        wish.connection.platformName,
        this.lender,
      ),
      final: wish.action === 'delete',
      yes: () => this.#onConfirm(wish),
      no: () => this.#confirm.close(),
      closed: this.#confirm.onClose,
    });
  }

  async #act({ action, connection }: Wish): Promise<void> {
    const { disconnected, deleted } = this.#say.words.connectionList;
    if (action === 'delete') {
      await this.current?.delete(connection.id);
      this.told = deleted(connection.platformName);
      this.dispatchEvent(new DeletedEvent(connection));
      return;
    }
    const unlinked = await this.current?.unlink(connection.id);
    if (!unlinked) return;
    this.told = disconnected(connection.platformName);
    this.dispatchEvent(new DisconnectedEvent(unlinked));
  }

  #onAct(action: Action, connection: Connection): void {
    if (this.#acting.state.is === 'running') return;
    this.told = '';
    const { platformKey: key, platformName: name } = connection;
    if (action === 'reconnect') {
      this.#connect.connect({ platform: { key, name }, connection });
      return;
    }
    const Ask = action === 'delete' ? DeleteEvent : DisconnectEvent;
    if (this.dispatchEvent(new Ask(connection))) this.#confirm.ask({ action, connection });
  }

  #onConfirm(wish: Wish): void {
    this.#confirm.close();
    void this.#acting.run(wish);
  }
}
