import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { SourceType } from '../../api/schemas/source-type.js';
import type { ConnectionAction } from '../../contract/connection-action.js';
import { DisconnectOrDeleteController } from '../../controllers/disconnect-or-delete.js';
import { FocusController } from '../../controllers/focus.js';
import { LastFocusedRowController } from '../../controllers/last-focused-row.js';
import { JourneyController } from '../../controllers/journey/controller.js';
import type { JourneyViewOptions } from '../../controllers/journey/journey-view-module.js';
import { LocalizeController } from '../../controllers/localize.js';
import { MenuController } from '../../controllers/menu.js';
import { QuerySubscriptionController } from '../../controllers/query-subscription.js';
import { common } from '../../i18n/locales/en/common.js';
import { connectionList } from '../../i18n/locales/en/connection-list.js';
import { errors } from '../../i18n/locales/en/errors.js';
import { sourceTypes } from '../../i18n/locales/en/source-types.js';
import { syncProgress } from '../../i18n/locales/en/sync-progress.js';
import { deferredBaseStyles } from '../../styles/deferred-base.js';
import { fieldStyles } from '../../styles/field.js';
import { logoStyles } from '../../styles/logo.js';
import { menuStyles } from '../../styles/menu.js';
import { panelStyles } from '../../styles/panel.js';
import { skeletonStyles } from '../../styles/skeleton.js';
import { getConnectionDataTypesQuery } from '../../sync/connection-data-types-query.js';
import { CodatElement } from '../codat-element.js';
import { renderLoadFailurePanel, renderJourneyOrLoadFailure } from '../journey/load-failure-panel.js';
import { loadJourneyView } from '../journey/load-journey-view.js';
import { sourceTypesProperty } from '../properties.js';
import { AnnouncerController, connectionIdOfConnectState } from './announcer.js';
import { renderDisconnectOrDeleteConfirmation } from './disconnect-or-delete-confirmation.js';
import {
  renderConnectAnotherButtons,
  renderEmptyListButton,
  findConnectAnotherCallback,
  type RepeatableSourceType,
} from './connect-another.js';
import { renderConnectionGroups } from './connection-groups.js';
import { toConnectionRows, type ConnectionRow } from './connection-rows.js';
import { DetailsController } from './details-controller.js';
import { formatDataTypes } from './details.js';
import { narrowStyles } from './narrow-styles.js';
import { RowSearch } from './row-search.js';
import { renderRow } from './row.js';
import { styles } from './styles.js';

const english = { common, connectionList, errors, sourceTypes, syncProgress };

/** The values that all rows of a list share. */
interface RowContext {
  readonly messages: typeof english;
  readonly lang: string;
  /** The id of the connection whose row shows the journey. */
  readonly signingInId: string | undefined;
}

/**
 * Shows a company's connections, and lets a person finish, reconnect, disconnect and delete them.
 *
 * @tag connection-list
 * @slot heading - Replaces the element's own heading.
 * @slot empty - Replaces what is shown while nothing is connected: a sentence, and a button if there is a picker on the page.
 * @slot help - How to reach the lender; shown under the connections.
 * @fires {ReconnectEvent} codat-reconnect - A person wants to finish or renew a connection. Cancel it to handle this yourself.
 * @fires {ConsentedEvent} codat-consented - A person agreed to the host's terms, and the gateway recorded it; `receipt` is the record.
 * @fires {SharedEvent} codat-shared - A link for the person who has the log-in was created.
 * @fires {StartedEvent} codat-started - A connection was created, or read again to be renewed, and its sign-in begins. It is not linked yet.
 * @fires {ConnectedEvent} codat-connected - Codat reports the connection as linked.
 * @fires {AbandonedEvent} codat-abandoned - An attempt ended before the connection was linked; `reason` says why.
 * @fires {LeavingEvent} codat-leaving - This tab is about to go to the sign-in page, or to reload. Cancel it to stay, or call `waitUntil()` to delay it.
 * @fires {SteppedEvent} codat-stepped - A person made one step of the journey, for analytics. It has no personal data and no typed text.
 * @fires {DisconnectEvent} codat-disconnect - A person wants to disconnect a connection. Cancel it to ask for confirmation yourself.
 * @fires {DisconnectedEvent} codat-disconnected - A connection was unlinked: synced data stays, and syncing ends.
 * @fires {DeleteEvent} codat-delete - A person wants to delete a connection. Cancel it to ask for confirmation yourself.
 * @fires {DeletedEvent} codat-deleted - A connection was deleted; `connection` is its last state.
 * @fires {FailedEvent} codat-failed - Loading data or an action failed; `error` says why.
 * @csspart base - The container of the element's content.
 * @csspart heading - A heading: the element's own, a panel's or a dialog's.
 * @csspart search - The search field with its label and the number of results; shown from twelve connections on.
 * @csspart list - A list of connections.
 * @csspart row - One connection in a list.
 * @csspart logo - The platform's logo on a light background; the first letter of its name if there is no image.
 * @csspart name - The name of a platform; in a list of connections, followed by the organisation's.
 * @csspart status - The status of a connection: an icon and a label.
 * @csspart dates - The dates of a connection: when it was linked and when its data was last synced.
 * @csspart group-title - The title of a group.
 * @csspart organisation - The name of the organisation at the platform.
 * @csspart why - The explanation of a connection's status.
 * @csspart way - The button in a row that finishes, retries or renews the connection.
 * @csspart menu-button - The button that opens the menu of a row.
 * @csspart menu - The menu with the actions on a connection.
 * @csspart menu-item - One action in a menu.
 * @csspart doing - The progress of disconnecting or deleting a connection, or the error if it failed.
 * @csspart details - The details of a connection: organisation, exact dates, data types and id.
 * @csspart another - The button that connects another bank or shop, or, in an empty list, leads to the picker.
 * @csspart told - The live region for the result of an action, such as copying, or for a changed status.
 * @csspart skeleton - The placeholder of content that is still loading.
 * @csspart dialog - The confirmation dialog before a connection is disconnected or deleted.
 * @csspart dialog-text - The text of the dialog: which data is kept and which is lost.
 * @csspart danger - The button that confirms the deletion of a connection.
 * @csspart panel - A view with icon, heading, text and buttons: a step of the connect journey, an outcome or an error.
 * @csspart panel-heading - The heading of a panel.
 * @csspart mark - The round icon above the heading of a panel.
 * @csspart waiting - The animated bar in a panel that waits, for a response or for the sign-in.
 * @csspart needs-title - The title of the list of requirements.
 * @csspart needs - The list of requirements for connecting a platform.
 * @csspart key - The licence key to copy.
 * @csspart terms - The host's consent text with its checkbox.
 * @csspart term - One section of the consent text.
 * @csspart term-title - The title of a section of the consent text.
 * @csspart term-text - The text of a section of the consent text.
 * @csspart agree - The consent checkbox with its label.
 * @csspart missing - The error message of the consent checkbox; empty while there is none.
 * @csspart in-app - The notice in an app's built-in browser, which some platforms refuse, with ways to open the page elsewhere.
 * @csspart link - The read-only field with the URL of a share link.
 * @csspart actions - A row of buttons.
 * @csspart button - A button, or a link that looks like one.
 * @csspart primary - The button of the main action.
 * @csspart quiet - A button of a secondary action, which looks like a link.
 * @csspart back - The button that leads back, at the top of a panel.
 * @csspart note - A paragraph of secondary text.
 * @csspart small - Text in a smaller font size.
 * @csspart reference - The id to quote to support.
 * @cssstate loading - The connections are loading.
 * @cssstate ready - The connections have loaded, and there is at least one.
 * @cssstate empty - The connections have loaded, and there is none.
 * @cssstate preparing - The person reads the requirements and the consent text before signing in.
 * @cssstate sharing - A link for the person who has the log-in is being created.
 * @cssstate shared - A link for the person who has the log-in was created, and its status is shown.
 * @cssstate creating - The connection is being created, or refetched before it is renewed.
 * @cssstate authorizing - The person is signing in at the platform.
 * @cssstate confirming - The status of the connection is being checked after sign-in.
 * @cssstate comparing - The connection was renewed for another organisation; the person decides whether to keep it.
 * @cssstate connected - The connection is linked.
 * @cssstate abandoned - The person stopped before the connection was linked.
 * @cssstate failed - Loading the connections or connecting one failed.
 */
export class ConnectionList extends CodatElement {
  static override styles = [
    CodatElement.styles,
    deferredBaseStyles,
    fieldStyles,
    logoStyles,
    panelStyles,
    menuStyles,
    skeletonStyles,
    styles,
    narrowStyles,
  ];

  static override properties = {
    sourceTypes: {
      attribute: 'source-types',
      converter: sourceTypesProperty.converter,
      hasChanged: sourceTypesProperty.hasChanged,
    },
    // Only its presence is rendered, and frameworks pass a new function with each render.
    connectAnother: { attribute: false, hasChanged: (now: unknown, before: unknown) => !now !== !before },
  };

  /** The source types to show, such as `Accounting Banking`; all if empty. */
  sourceTypes: readonly SourceType[] = [];

  /**
   * Called with the source type when a person wants to connect another bank or shop: a further one, or a replacement for
   * one that can't be connected. Set it if the picker is on another page. Without it, the button focuses a picker on this
   * page with the same session; if there is none either, there is no button.
   */
  connectAnother: ((sourceType: RepeatableSourceType) => void) | undefined;

  /** The rows, cached for one update. */
  #cachedRows: readonly ConnectionRow[] | undefined;
  readonly #localize = new LocalizeController(this, english);
  readonly #connections = new QuerySubscriptionController(this, () => this.activeSession?.connections);
  readonly #platforms = new QuerySubscriptionController(this, () => this.activeSession?.platforms);
  readonly #connect = new JourneyController(this, {
    session: () => this.activeSession,
    load: loadJourneyView,
    hasLoaded: () => this.#connections.status !== 'loading',
    openingText: (platform) => this.#localize.messages.common.opening(platform),
  });
  readonly #manage: DisconnectOrDeleteController = new DisconnectOrDeleteController(this, {
    session: () => this.activeSession,
    onDone: (request) => this.#announcer.announceDone(request),
    onDiscard: () => this.#announcer.clearAnnouncement(),
  });
  /** The data types of the connection that the dialog asks about, loaded while its menu is open: they move no button of the dialog. */
  readonly #dataTypesInQuestion = new QuerySubscriptionController(this, () => {
    const id = this.#manage.pendingRequest?.connection.id ?? this.#menus.openId.slice('menu-'.length);
    return this.activeSession && id ? getConnectionDataTypesQuery(this.activeSession, id) : undefined;
  });
  readonly #search = new RowSearch(() => this.requestUpdate());
  readonly #menus = new MenuController(this);
  readonly #rowFocus = new LastFocusedRowController(this);
  readonly #details = new DetailsController(this, this.#rowFocus, () => this.activeSession);
  readonly #focus = new FocusController(
    this,
    () => this.#connect.viewName,
    () => this.#rowFocus.findPartNearFocus('menu-button'),
  );
  readonly #announcer = new AnnouncerController(this, {
    messages: () => this.#localize.messages,
    lender: () => this.lender,
    rows: () => (this.#connections.status === 'loading' ? undefined : this.#connectionRows),
    actionState: () => this.#manage.state,
    busyConnection: () => connectionIdOfConnectState(this.#connect.source?.state),
  });

  /** Clears the cache. It is filled on first use in the update, since the queries choose their session only after this. */
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
          failed: (error) =>
            renderLoadFailurePanel(error, {
              ...this.#panelOptions,
              retry: () => this.#connections.refresh(),
              reload: this.#connect.reload,
            }),
        })}
        <slot name="help"></slot>
      </div>
      ${renderDisconnectOrDeleteConfirmation(
        this.#manage,
        messages.connectionList,
        this.lender,
        formatDataTypes(this.#dataTypesInQuestion.latest ?? [], messages, this.#localize.lang),
      )}
    `;
  }

  get #panelOptions(): Pick<JourneyViewOptions, 'lang' | 'level' | 'lender'> {
    return { lang: this.#localize.lang, level: this.headingLevel + 1, lender: this.lender };
  }

  #renderJourney(): TemplateResult | typeof nothing {
    return renderJourneyOrLoadFailure(this.#connect, this.#panelOptions);
  }

  #renderList(): TemplateResult {
    const { messages, lang } = this.#localize;
    const rows = this.#connectionRows;
    const signingInId = this.#signingInId;
    if (rows.length + this.#unreadableCount === 0)
      return html`<slot name="empty">
        <p part="note">${messages.connectionList.empty}</p>
        ${renderEmptyListButton(this, messages.connectionList)}
      </slot>`;
    const found = this.#search.filter(rows, { messages: messages.connectionList, pinnedId: signingInId });
    return html`
      ${this.#search.render(rows, found.length, messages.connectionList)}
      ${
        found.length > 0
          ? renderConnectionGroups(found, {
              messages,
              level: this.headingLevel + 1,
              renderRow: (row) => this.#renderRow(row, { signingInId, messages, lang }),
            })
          : nothing
      }
      ${this.#unreadableCount > 0 ? html`<p part="note">${messages.connectionList.unreadable(this.#unreadableCount)} ${messages.errors.unreadable.advice}</p>` : nothing}
      ${renderConnectAnotherButtons(this, rows, messages.connectionList)}
    `;
  }

  /** Renders a row again only if its content has changed, and not because another row or the search has. */
  #renderRow(row: ConnectionRow, { signingInId, messages, lang }: RowContext): unknown {
    const { connection, name, statusView, logo } = row;
    const options = {
      lang,
      lender: this.lender,
      actionState: this.#manage.state,
      dataTypes: this.#details.dataTypesOf(connection.id),
      canChoose:
        statusView.nextStep === 'choose' && !!findConnectAnotherCallback(this, connection.sourceType),
      journey: signingInId === connection.id ? this.#renderJourney() : undefined,
    };
    const approached = this.#menus.isApproached(`menu-${connection.id}`);
    // Dates are relative, to the minute.
    const dependencies = [connection, name, statusView, logo, approached, Math.floor(Date.now() / 60_000)];
    // The groups of the messages, since the table that holds them is a new one at each render.
    return guard([...dependencies, ...Object.values(messages), ...Object.values(options)], () =>
      renderRow(row, {
        ...options,
        messages,
        menus: this.#menus,
        onAction: (action) => this.#onAction(action, row),
        onChoose: () => findConnectAnotherCallback(this, connection.sourceType)?.(),
        toggleDetails: () => void this.#details.toggle(connection.id),
      }),
    );
  }

  #onAction(action: ConnectionAction, { connection, name }: ConnectionRow): void {
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
    return (this.#cachedRows ??= toConnectionRows(
      (this.#connections.latest ?? []).filter(
        ({ sourceType }) => this.sourceTypes.length === 0 || this.sourceTypes.includes(sourceType),
      ),
      this.#platforms.latest ?? [],
      this.#localize.messages.connectionList,
    ));
  }

  /** The id of the connection whose row shows the journey. */
  get #signingInId(): string | undefined {
    const id = connectionIdOfConnectState(this.#connect.state);
    return this.#connectionRows.some(({ connection }) => connection.id === id) ? id : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'connection-list': ConnectionList;
  }
}
