import { html, nothing, type TemplateResult } from 'lit';
import type { CodatError } from '../../api/errors.js';
import type { Action } from '../../contract/action.js';
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
import { failurePanel } from '../journey/failure-panel.js';
import { sourceTypeList } from '../property-declarations.js';
import { loadJourneyView } from '../journey/load-journey-view.js';
import { connectAnotherButtons, type RepeatableSourceType } from './connect-another.js';
import { connectionRows, type ConnectionRow } from './connection-rows.js';
import { confirmation } from './confirmation.js';
import { groups } from './groups.js';
import { DetailsController } from './details-controller.js';
import { rowTemplate } from './row.js';
import { Announcer } from './announcer.js';
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
 * @csspart panel - one step of the journey: mark, heading, words, actions
 * @csspart panel-heading - what the step is
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
    sourceTypes: {
      attribute: 'source-types',
      converter: sourceTypeList.converter,
      hasChanged: sourceTypeList.hasChanged,
    },
    // Only its presence is rendered, and frameworks pass a new function with each render.
    connectAnother: { attribute: false, hasChanged: (now: unknown, before: unknown) => !now !== !before },
  };

  /** The source types to show, such as `Accounting`; all by default. */
  sourceTypes: readonly string[] = [];

  /**
   * Called when a person wants to connect another bank or shop; set it if the picker is on another page. A picker on this
   * page that shares the session is focused without it. With neither, no such button shows.
   */
  connectAnother: ((sourceType: RepeatableSourceType) => void) | undefined;

  /** The rows of this update. */
  #cachedRows: readonly ConnectionRow[] | undefined;
  readonly #localize = new LocalizeController(this, english);
  readonly #connections = new QueryController(this, () => this.activeSession?.connections);
  readonly #platforms = new QueryController(this, () => this.activeSession?.platforms);
  readonly #connect = new ConnectController(this, {
    session: () => this.activeSession,
    load: loadJourneyView,
    openingText: (platform) => this.#localize.messages.common.opening(platform),
  });
  readonly #manage: ManageController = new ManageController(this, {
    session: () => this.activeSession,
    onDone: (request) => this.#announcer.announceDone(request),
    onDiscard: () => this.#announcer.clearAnnouncement(),
  });
  readonly #menus = new MenuController(this);
  readonly #rowFocus = new RowsController(this);
  readonly #details = new DetailsController(this, this.#rowFocus, () => this.activeSession);
  readonly #focus = new FocusController(
    this,
    () => this.#connect.viewName,
    () => this.#rowFocus.findPartNearFocus('menu-button'),
  );
  readonly #announcer = new Announcer(this, {
    messages: () => this.#localize.messages,
    lender: () => this.lender,
    rows: () => this.#connections.latest && this.#connectionRows,
    actionState: () => this.#manage.state,
    busyConnection: () => this.#signingInId,
  });

  /** Dropped here and computed on first use, since the queries pick their session only after this. */
  protected override willUpdate(): void {
    this.#cachedRows = undefined;
  }

  protected get customState(): string {
    const { status } = this.#connections;
    return (
      this.#connect.customState ??
      (status === 'ready' && this.#connectionRows.length + this.#unreadableCount === 0 ? 'empty' : status)
    );
  }

  protected override render(): TemplateResult {
    const { messages } = this.#localize;
    return html`
      <div part="base">
        <slot name="heading">
          <div part="heading" role="heading" aria-level=${this.headingLevel}>
            ${messages.connectionList.heading}
          </div>
        </slot>
        <p part="told" role="status" class=${this.#announcer.visible ? '' : 'visually-hidden'}>
          ${this.#announcer.text}
        </p>
        ${this.#signingInId === undefined ? this.#renderJourney() : nothing}
        ${this.#connections.render({
          loading: () => html`<div part="skeleton"></div>`,
          ready: () => this.#renderList(),
          failed: (error) => this.#renderFailure(error, () => this.#connections.refresh()),
        })}
        <slot name="help"></slot>
      </div>
      ${confirmation(this.#manage, messages.connectionList, this.lender)}
    `;
  }

  #renderJourney(): TemplateResult | typeof nothing {
    const { loadError, retry } = this.#connect;
    if (loadError) return this.#renderFailure(loadError, retry);
    const { lang } = this.#localize;
    const { lender } = this;
    return this.#connect.render({ lang, level: this.headingLevel + 1, lender, leaveTo: 'away' }) ?? nothing;
  }

  #renderFailure(error: CodatError, retry: () => void): TemplateResult {
    const { reload } = this.#connect;
    return failurePanel(error, { lang: this.#localize.lang, level: this.headingLevel + 1, retry, reload });
  }

  #renderList(): TemplateResult {
    const { messages } = this.#localize;
    const rows = this.#connectionRows;
    const signingIn = this.#signingInId;
    if (rows.length + this.#unreadableCount === 0)
      return html`<slot name="empty"><p part="note">${messages.connectionList.empty}</p></slot>`;
    return html`
      ${
        rows.length > 0
          ? groups(rows, {
              messages,
              level: this.headingLevel + 1,
              renderRow: (row) => this.#renderRow(row, signingIn),
            })
          : nothing
      }
      ${this.#unreadableCount > 0 ? html`<p part="note">${messages.connectionList.unreadable(this.#unreadableCount)}</p>` : nothing}
      ${connectAnotherButtons(this, rows, messages.connectionList)}
    `;
  }

  #renderRow(row: ConnectionRow, signingIn: string | undefined): TemplateResult {
    const { id } = row.connection;
    return rowTemplate(row, {
      messages: this.#localize.messages,
      lang: this.#localize.lang,
      lender: this.lender,
      menus: this.#menus,
      actionState: this.#manage.state,
      onAction: (action) => this.#onAction(action, row),
      dataTypes: this.#details.dataTypesOf(id),
      toggleDetails: () => void this.#details.toggle(id),
      journey: signingIn === id ? this.#renderJourney() : undefined,
    });
  }

  #onAction(action: Action, { connection, name }: ConnectionRow): void {
    if (this.#manage.state.is === 'running') return;
    this.#announcer.clearAnnouncement();
    if (action === 'reconnect') {
      const platform = { key: connection.platformKey, name: connection.platformName };
      this.#connect.connect({ platform, connection });
      return;
    }
    this.#manage.ask({ action, connection, name });
  }

  /** How many connections of the response could not be parsed. */
  get #unreadableCount(): number {
    return this.activeSession?.unreadableConnections ?? 0;
  }

  get #connectionRows(): readonly ConnectionRow[] {
    return (this.#cachedRows ??= connectionRows(
      (this.#connections.latest ?? []).filter(
        ({ sourceType }) => this.sourceTypes.length === 0 || this.sourceTypes.includes(sourceType),
      ),
      this.#platforms.latest ?? [],
      this.#localize.messages.connectionList,
    ));
  }

  /** The id of the connection whose row shows the journey. */
  get #signingInId(): string | undefined {
    const { state } = this.#connect;
    const id = 'connection' in state ? state.connection.id : undefined;
    return this.#connectionRows.some(({ connection }) => connection.id === id) ? id : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'connection-list': ConnectionList;
  }
}
