import { html, nothing, type TemplateResult } from 'lit';
import type { CodatError } from '../../api/errors.js';
import type { Action } from '../../api/schemas/connection.js';
import { ConnectController } from '../../controllers/journey/connect.js';
import { ManageController } from '../../controllers/manage.js';
import { MenuController } from '../../controllers/menu.js';
import { QueryController } from '../../controllers/query.js';
import { RowsController } from '../../controllers/rows.js';
import { FocusController } from '../../controllers/focus.js';
import { LocalizeController } from '../../controllers/localize.js';
import { common } from '../../i18n/locales/en/common.js';
import { connectionList } from '../../i18n/locales/en/connection-list.js';
import { errors } from '../../i18n/locales/en/errors.js';
import { sourceTypes } from '../../i18n/locales/en/source-types.js';
import { syncProgress } from '../../i18n/locales/en/sync-progress.js';
import { accentStyles } from '../../styles/accent.js';
import { base } from '../../styles/base.js';
import { controls } from '../../styles/controls.js';
import { logoStyles } from '../../styles/logo.js';
import { menuStyles } from '../../styles/menu.js';
import { panelStyles } from '../../styles/panel.js';
import { skeletonStyles } from '../../styles/skeleton.js';
import { tokens } from '../../styles/tokens.js';
import { CodatElement } from '../codat-element.js';
import { failure } from '../journey/failure.js';
import { kinds } from '../keys.js';
import { loadJourney } from '../journey/load-journey.js';
import { another, type Repeatable } from './another.js';
import { standingsOf, type Standing } from './arrangement.js';
import { confirmation } from './confirmation.js';
import { groups } from './groups.js';
import { OpenedController } from './opened.js';
import { row } from './row.js';
import { SpokenController } from './spoken.js';
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
 * @csspart base - everything, in one box
 * @csspart heading - the element's own heading, and a dialog's
 * @csspart list - all the rows
 * @csspart row - a connection
 * @csspart logo - its platform's logo on a light plate, or a monogram
 * @csspart name - its platform and organisation
 * @csspart status - how it stands: a picture and a word
 * @csspart dates - since when, and when it was last read
 * @csspart group-title - over what needs the person, and over each kind of source
 * @csspart organisation - whose books they are
 * @csspart why - why it stands as it does
 * @csspart way - the button in the row, which moves it on
 * @csspart menu-button - the button that opens it
 * @csspart menu - what else can be done
 * @csspart menu-item - one thing of it
 * @csspart doing - what is being done to it, or why that failed
 * @csspart details - everything that is known of it
 * @csspart another - a button for one more bank or shop
 * @csspart told - what was done, or has changed
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
 * @csspart terms - what the host asks to agree to
 * @csspart term - one part of it
 * @csspart term-title - the title of that part
 * @csspart term-text - its words
 * @csspart agree - the box to tick, and what it says yes to
 * @csspart missing - that the box is still to be ticked
 * @csspart in-app - the way out of an app's own browser, which platforms refuse
 * @csspart shares - the link for someone else that was made
 * @csspart share - where it stands
 * @csspart share-name - the platform it is for
 * @csspart link - the field that has the link to send
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
 * @cssstate preparing - there is something to know, or to agree to, first
 * @cssstate sharing - a link for someone else is being made
 * @cssstate shared - that link is there to be sent
 * @cssstate creating - its connection is being made
 * @cssstate authorizing - the person signs in at the platform
 * @cssstate confirming - what came of it is being looked up
 * @cssstate comparing - a connection was renewed, and is another organisation's now
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
    menuStyles,
    skeletonStyles,
    styles,
  ];

  static override properties = {
    sourceTypes: { attribute: 'source-types', converter: kinds.converter, hasChanged: kinds.hasChanged },
    // Only whether there is one is drawn, and frameworks hand over a new function each time they draw.
    connectAnother: { attribute: false, hasChanged: (now: unknown, before: unknown) => !now !== !before },
  };

  /** The kinds of connection to show, such as `Accounting`; all by default. */
  sourceTypes: readonly string[] = [];

  /**
   * Leads a person to connect one more bank or shop, for hosts whose picker is on another page. A picker on this page
   * that shares the session is led to by itself. Where there is neither, no such button is shown.
   */
  connectAnother: ((sourceType: Repeatable) => void) | undefined;

  readonly #say = new LocalizeController(this, english);
  readonly #connections = new QueryController(this, () => this.current?.connections);
  readonly #platforms = new QueryController(this, () => this.current?.platforms);
  readonly #connect = new ConnectController(this, {
    session: () => this.current,
    load: loadJourney,
    openingText: (platform) => this.#say.words.common.opening(platform),
  });
  readonly #manage: ManageController = new ManageController(this, {
    session: () => this.current,
    onDone: (wish) => this.#spoken.done(wish),
    onDiscard: () => this.#spoken.hush(),
  });
  readonly #menus = new MenuController(this);
  readonly #rows = new RowsController(this);
  readonly #opened = new OpenedController(this, this.#rows, () => this.current);
  readonly #scene = new FocusController(
    this,
    () => this.#connect.view,
    () => this.#rows.findPartNearFocus('menu-button'),
  );
  readonly #spoken = new SpokenController(this, {
    words: () => this.#say.words,
    lender: () => this.lender,
    standings: () => this.#connections.latest && this.#standings,
    acting: () => this.#manage.state,
    busy: () => this.#signingIn,
  });

  protected get situation(): string {
    const { status: situation } = this.#connections;
    return (
      this.#connect.customState ??
      (situation === 'ready' && this.#standings.length + this.#unreadable === 0 ? 'empty' : situation)
    );
  }

  protected override render(): TemplateResult {
    const { words } = this.#say;
    return html`
      <div part="base">
        <slot name="heading">
          <div part="heading" role="heading" aria-level=${this.headingLevel}>
            ${words.connectionList.heading}
          </div>
        </slot>
        <p part="told" role="status" class=${this.#spoken.shown ? '' : 'visually-hidden'}>
          ${this.#spoken.text}
        </p>
        ${this.#signingIn === undefined ? this.#renderJourney() : nothing}
        ${this.#connections.render({
          loading: () => html`<div part="skeleton"></div>`,
          ready: () => this.#renderList(),
          failed: (error) => this.#renderFailure(error, () => this.#connections.refresh()),
        })}
        <slot name="help"></slot>
      </div>
      ${confirmation(this.#manage, words.connectionList, this.lender)}
    `;
  }

  #renderJourney(): TemplateResult | typeof nothing {
    const { state, module: parts, loadError: problem } = this.#connect;
    if (problem) return this.#renderFailure(problem, this.#connect.retry);
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
    const { reload } = this.#connect;
    return failure(error, { lang: this.#say.lang, level: this.headingLevel + 1, retry, reload });
  }

  #renderList(): TemplateResult {
    const { words } = this.#say;
    const standings = this.#standings;
    const signingIn = this.#signingIn;
    if (standings.length + this.#unreadable === 0)
      return html`<slot name="empty"><p part="note">${words.connectionList.empty}</p></slot>`;
    return html`
      ${
        standings.length > 0
          ? groups(standings, {
              words,
              level: this.headingLevel + 1,
              row: (standing) => this.#renderRow(standing, signingIn),
            })
          : nothing
      }
      ${this.#unreadable > 0 ? html`<p part="note">${words.connectionList.unreadable(this.#unreadable)}</p>` : nothing}
      ${another(this, standings, words.connectionList)}
    `;
  }

  #renderRow(standing: Standing, signingIn: string | undefined): TemplateResult {
    const { id } = standing.connection;
    return row(standing, {
      words: this.#say.words,
      lang: this.#say.lang,
      lender: this.lender,
      menus: this.#menus,
      acting: this.#manage.state,
      act: (action) => this.#onAct(action, standing),
      dataTypes: this.#opened.dataTypesOf(id),
      toggleDetails: () => void this.#opened.toggle(id),
      journey: signingIn === id ? this.#renderJourney() : undefined,
    });
  }

  #onAct(action: Action, { connection, name }: Standing): void {
    if (this.#manage.state.is === 'running') return;
    this.#spoken.hush();
    if (action === 'reconnect') {
      const platform = { key: connection.platformKey, name: connection.platformName };
      this.#connect.connect({ platform, connection });
      return;
    }
    this.#manage.ask({ action, connection, name });
  }

  /** How many connections are there and can't be shown. */
  get #unreadable(): number {
    return this.current?.unreadableConnections ?? 0;
  }

  get #standings(): Standing[] {
    const connections = (this.#connections.latest ?? []).filter(
      ({ sourceType }) => this.sourceTypes.length === 0 || this.sourceTypes.includes(sourceType),
    );
    return standingsOf(connections, this.#platforms.latest ?? [], this.#say.words.connectionList);
  }

  /** The connection whose row shows this element's journey, if it is about one that has a row. */
  get #signingIn(): string | undefined {
    const { state } = this.#connect;
    const id = 'connection' in state ? state.connection.id : undefined;
    return this.#standings.some(({ connection }) => connection.id === id) ? id : undefined;
  }
}
