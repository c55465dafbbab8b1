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
import { accentStyles } from '../../styles/accent.js';
import { base } from '../../styles/base.js';
import { controls } from '../../styles/controls.js';
import { logoStyles } from '../../styles/logo.js';
import { panelStyles } from '../../styles/panel.js';
import { skeletonStyles } from '../../styles/skeleton.js';
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
 * @csspart base - everything, in one box
 * @csspart heading - the element's own heading, and a dialog's
 * @csspart list - all the rows
 * @csspart row - a connection
 * @csspart logo - its platform's logo on a light plate, or a monogram
 * @csspart name - its platform and organisation
 * @csspart status - how it stands: a picture and a word
 * @csspart dates - since when, and when it was last read
 * @csspart told - what is being done to it, or why that failed
 * @csspart skeleton - the place of a row that is still loading
 * @csspart dialog - the question before something is cut or deleted
 * @csspart dialog-text - what is kept and what is lost
 * @csspart danger - the button that can't be undone
 * @csspart panel - one situation on the way: mark, heading, words, actions
 * @csspart panel-heading - what the situation is
 * @csspart mark - the round picture above it
 * @csspart waiting - the slim bar while something is awaited
 * @csspart needs-title - above what a person should have at hand
 * @csspart needs - what they should have at hand
 * @csspart key - a key to copy
 * @csspart actions - the row of buttons
 * @csspart button - each button, and each link that acts as one
 * @csspart primary - the one that leads on
 * @csspart quiet - the ones that lead elsewhere
 * @csspart note - a quiet sentence
 * @csspart small - a note in small type
 * @csspart reference - what to quote to support
 * @cssstate loading - the connections are on their way
 * @cssstate ready - there are connections
 * @cssstate empty - there is none
 * @cssstate preparing - a platform was chosen, and there is something to know first
 * @cssstate creating - its connection is being made
 * @cssstate authorizing - the person signs in at the platform
 * @cssstate confirming - what came of it is being looked up
 * @cssstate connected - a connection was just made
 * @cssstate abandoned - the person did not finish
 * @cssstate failed - something went wrong
 */
export class ConnectionList extends CodatElement {
  static override styles = [
    tokens,
    base,
    controls,
    accentStyles,
    logoStyles,
    panelStyles,
    skeletonStyles,
    styles,
  ];

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

  protected get situation(): string {
    const { problem, panel, state } = this.#connect;
    if (problem) return 'failed';
    if (panel && state.at !== 'choosing') return state.at;
    return this.#shown?.length === 0 ? 'empty' : this.#connections.situation;
  }

  /** The connections of the kinds the host wants shown, once they are known. */
  get #shown(): readonly Connection[] | undefined {
    return this.#connections.latest?.filter(
      ({ sourceType }) => this.sourceTypes.length === 0 || this.sourceTypes.includes(sourceType),
    );
  }

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
          loading: () => this.#renderLoading(),
          ready: () => this.#renderList(inOrder(this.#shown ?? [])),
          failed: (error) => this.#renderFailure(error, () => this.#connections.refresh()),
        })}
        <p part="note" role="status">${this.told}</p>
        <slot name="help"></slot>
      </div>
      ${this.#renderConfirmation()}
    `;
  }

  #renderJourney(): TemplateResult | typeof nothing {
    const { state, panel, problem } = this.#connect;
    if (problem) return this.#renderFailure(problem, this.#connect.reset);
    if (!panel || state.at === 'choosing') return nothing;
    return panel(state, {
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

  /** The place of one row: what most companies have connected. */
  #renderLoading(): TemplateResult {
    return html`
      <p class="visually-hidden" role="status">${this.#say.words.common.loading}</p>
      <div part="skeleton"></div>
    `;
  }

  #renderList(shown: readonly Connection[]): TemplateResult {
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
