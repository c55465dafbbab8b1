import { html, nothing, type TemplateResult } from 'lit';
import type { CodatError } from '../../api/errors.js';
import type { Action } from '../../api/schemas/connection.js';
import { ChangesController } from '../../controllers/changes.js';
import { ConnectController } from '../../controllers/connect.js';
import { ManageController } from '../../controllers/manage.js';
import { MenuController } from '../../controllers/menu.js';
import { QueryController } from '../../controllers/query.js';
import { RowsController } from '../../controllers/rows.js';
import { SceneController } from '../../controllers/scene.js';
import { LocalizeController } from '../../controllers/localize.js';
import { common } from '../../i18n/locales/en/common.js';
import { connectionList } from '../../i18n/locales/en/connection-list.js';
import { errors } from '../../i18n/locales/en/errors.js';
import { sourceTypes } from '../../i18n/locales/en/source-types.js';
import { syncProgress } from '../../i18n/locales/en/sync-progress.js';
import { dataTypesOf } from '../../session/data-types.js';
import { base } from '../../styles/base.js';
import { controls } from '../../styles/controls.js';
import { logoStyles } from '../../styles/logo.js';
import { menuStyles } from '../../styles/menu.js';
import { panelStyles } from '../../styles/panel.js';
import { tokens } from '../../styles/tokens.js';
import { CodatElement } from '../codat-element.js';
import { failure } from '../failure.js';
import { keys } from '../keys.js';
import { another, type Repeatable } from './another.js';
import { standingsOf, type Standing } from './arrangement.js';
import { confirmation } from './confirmation.js';
import { groups, skeleton } from './groups.js';
import { row } from './row.js';
import { styles } from './styles.js';

const english = { common, connectionList, errors, sourceTypes, syncProgress };

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
 * @csspart heading · group-title · list · row · logo · name · organisation · status · dates · why · reference · actions · button · way · menu-button · menu · menu-item · details · another · told · dialog
 */
export class ConnectionList extends CodatElement {
  static override styles = [tokens, base, controls, logoStyles, panelStyles, menuStyles, styles];

  static override properties = {
    sourceTypes: { attribute: 'source-types', converter: keys },
    connectAnother: { attribute: false },
    opened: { state: true },
    told: { state: true },
  };

  /** The kinds of connection to show, such as `Accounting`; all by default. */
  sourceTypes: readonly string[] = [];

  /**
   * Leads a person to connect one more bank or shop, for hosts whose picker is on another page. A picker on this page
   * that shares the session is led to by itself. Where there is neither, no such button is shown.
   */
  connectAnother: ((sourceType: Repeatable) => void) | undefined;

  /** The connection whose details are open. */
  private opened = '';

  /** What was done or has changed, and whether nothing else on screen says so. */
  private told = { text: '', shown: false };

  readonly #say = new LocalizeController(this, english);
  readonly #connections = new QueryController(this, () => this.current?.connections);
  readonly #platforms = new QueryController(this, () => this.current?.platforms);
  readonly #dataTypes = new QueryController(this, () =>
    this.opened && this.current ? dataTypesOf(this.current, this.opened) : undefined,
  );
  readonly #connect = new ConnectController(this, {
    session: () => this.current,
    load: () => import('../journey.js'),
    opening: (platform) => this.#say.words.common.opening(platform),
  });
  readonly #manage = new ManageController(this, {
    session: () => this.current,
    done: ({ action, name }) => {
      this.#tell(this.#say.words.connectionList.done[action](name, this.lender), action === 'delete');
    },
  });
  readonly #menus = new MenuController(this);
  readonly #rows = new RowsController(this);
  readonly #scene = new SceneController(
    this,
    () => this.#connect.scene,
    () => menuButtonIn(this.#rows.row),
  );
  readonly #changes = new ChangesController(
    this,
    () => this.#statuses,
    (id) => this.#onChange(id),
  );

  protected override render(): TemplateResult {
    const { words } = this.#say;
    return html`
      <div part="base">
        <slot name="heading">
          <div part="heading" role="heading" aria-level=${this.headingLevel}>
            ${words.connectionList.heading}
          </div>
        </slot>
        <p part="told" role="status" class=${this.told.shown ? '' : 'visually-hidden'}>${this.#spoken}</p>
        ${this.#signingIn === undefined ? this.#renderJourney() : nothing}
        ${this.#connections.render({
          loading: skeleton,
          ready: () => this.#renderList(),
          failed: (error) => this.#renderFailure(error, () => this.#connections.refresh()),
        })}
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

  #renderList(): TemplateResult {
    const { words } = this.#say;
    const standings = this.#standings;
    if (standings.length === 0)
      return html`<slot name="empty"><p part="note">${words.connectionList.empty}</p></slot>`;
    return html`
      ${groups(standings, {
        words,
        level: this.headingLevel + 1,
        row: (standing) => this.#renderRow(standing),
      })}
      ${another(this, standings, words.connectionList)}
    `;
  }

  #renderRow(standing: Standing): TemplateResult {
    const { id } = standing.connection;
    return row(standing, {
      words: this.#say.words,
      lang: this.#say.lang,
      lender: this.lender,
      menus: this.#menus,
      acting: this.#manage.state,
      act: (action) => this.#onAct(action, standing),
      dataTypes: this.opened === id ? this.#dataTypes.resource : undefined,
      toggleDetails: () => this.#onToggleDetails(id),
      journey: this.#signingIn === id ? this.#renderJourney() : undefined,
    });
  }

  #renderConfirmation(): TemplateResult | typeof nothing {
    const { question: wish, yes, no, onClose } = this.#manage;
    if (!wish) return nothing;
    const ask = this.#say.words.connectionList.confirm[wish.action];
    return confirmation({
      question: ask(wish.name, this.lender),
      final: wish.action === 'delete',
      yes,
      no,
      closed: onClose,
    });
  }

  #onAct(action: Action, { connection, name }: Standing): void {
    if (this.#manage.state.is === 'running') return;
    this.#tell('');
    if (action === 'reconnect') {
      const platform = { key: connection.platformKey, name: connection.platformName };
      this.#connect.connect({ platform, connection });
      return;
    }
    this.#manage.ask({ action, connection, name });
  }

  #onToggleDetails(id: string): void {
    const opens = this.opened !== id;
    this.opened = opens ? id : '';
    if (!opens) menuButtonIn(this.#rows.find(id))?.focus();
    else
      void this.updateComplete.then(() =>
        this.#rows.find(id)?.querySelector<HTMLElement>('[part="details"]')?.focus(),
      );
  }

  /** Signing in here is told where it shows. */
  #onChange(id: string): void {
    if (id === this.#signingIn) return;
    const { changed, statuses } = this.#say.words.connectionList;
    const standing = this.#standings.find(({ connection }) => connection.id === id);
    if (standing) this.#tell(changed(standing.name, statuses[standing.situation.status]));
  }

  #tell(text: string, shown = false): void {
    this.told = { text, shown };
  }

  /** What is said aloud: its place is there before there is anything to say, so that it is heard. */
  get #spoken(): string {
    const { state } = this.#manage;
    const { common, connectionList, errors } = this.#say.words;
    if (state.is === 'running') return connectionList.under[state.subject.action](state.subject.name);
    if (state.is === 'failed') return `${errors[state.error.kind].title}. ${errors[state.error.kind].advice}`;
    return this.#connections.resource.is === 'loading' && !this.#connections.latest
      ? common.loading
      : this.told.text;
  }

  get #standings(): Standing[] {
    const connections = (this.#connections.latest ?? []).filter(
      ({ sourceType }) => this.sourceTypes.length === 0 || this.sourceTypes.includes(sourceType),
    );
    return standingsOf(connections, this.#platforms.latest ?? [], this.#say.words.connectionList);
  }

  get #statuses(): ReadonlyMap<string, string> | undefined {
    return (
      this.#connections.latest && new Map(this.#connections.latest.map(({ id, status }) => [id, status]))
    );
  }

  /** The connection whose row shows this element's journey, if it is about one that has a row. */
  get #signingIn(): string | undefined {
    const { state } = this.#connect;
    const id = 'connection' in state ? state.connection.id : undefined;
    return this.#standings.some(({ connection }) => connection.id === id) ? id : undefined;
  }
}

function menuButtonIn(row: HTMLElement | undefined): HTMLElement | null | undefined {
  return row?.querySelector('[part~="menu-button"]');
}
