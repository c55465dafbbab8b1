import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CodatError } from '../../api/errors.js';
import type { Connection } from '../../api/schemas/connection.js';
import { FocusController } from '../../controllers/focus.js';
import { JourneyController } from '../../controllers/journey/controller.js';
import type { JourneyViewOptions } from '../../controllers/journey/journey-view-module.js';
import { SyncEventOriginController } from '../../controllers/journey/sync-events.js';
import { LocalizeController } from '../../controllers/localize.js';
import { QuerySubscriptionController } from '../../controllers/query-subscription.js';
import { common } from '../../i18n/locales/en/common.js';
import { errors } from '../../i18n/locales/en/errors.js';
import { syncProgress } from '../../i18n/locales/en/sync-progress.js';
import { deferredBaseStyles } from '../../styles/deferred-base.js';
import { indeterminateBarStyles } from '../../styles/indeterminate-bar.js';
import { panelStyles } from '../../styles/panel.js';
import { skeletonStyles } from '../../styles/skeleton.js';
import { getCurrentSyncRunsQuery } from '../../sync/sync-runs.js';
import { CodatElement } from '../codat-element.js';
import { renderLoadFailurePanel, renderJourneyOrLoadFailure } from '../journey/load-failure-panel.js';
import { loadJourneyView } from '../journey/load-journey-view.js';
import { renderConnectionSync } from './connection-sync.js';
import { styles } from './styles.js';
import { isSyncInProgress, summarizeSyncRun, type ConnectionSyncSummary } from './connection-sync-summary.js';

const english = { common, errors, syncProgress };

/**
 * Shows how far Codat has synced the data of a company, by connection and data type. It is empty while nothing is connected.
 *
 * @tag sync-progress
 * @slot heading - Replaces the element's own heading.
 * @slot follow-up - The host's next step once the data has arrived; shown under the progress.
 * @fires {DataArrivedEvent} codat-data-arrived - The first data type of a connection's sync is ready to use.
 * @fires {SyncedEvent} codat-synced - A connection's sync has finished; `missing` names the data types that couldn't be synced.
 * @fires {ReconnectEvent} codat-reconnect - A person wants to finish or renew a connection. Cancel it to handle this yourself.
 * @fires {ConsentedEvent} codat-consented - A person agreed to the host's terms, and the gateway recorded it; `receipt` is the record.
 * @fires {SharedEvent} codat-shared - A link for the person who has the log-in was created.
 * @fires {StartedEvent} codat-started - A connection was created, or read again to be renewed, and its sign-in begins. It is not linked yet.
 * @fires {ConnectedEvent} codat-connected - Codat reports the connection as linked.
 * @fires {AbandonedEvent} codat-abandoned - An attempt ended before the connection was linked; `reason` says why.
 * @fires {LeavingEvent} codat-leaving - This tab is about to go to the sign-in page, or to reload. Cancel it to stay, or call `waitUntil()` to delay it.
 * @fires {SteppedEvent} codat-stepped - A person made one step of the journey, for analytics. It has no personal data and no typed text.
 * @fires {FailedEvent} codat-failed - Loading data or an action failed; `error` says why.
 * @csspart base - The container of the element's content.
 * @csspart heading - A heading: the element's own, a panel's or a dialog's.
 * @csspart source - The sync of one connection.
 * @csspart source-heading - The heading of one connection's sync; shown if there are several connections.
 * @csspart trouble - A message about data types that couldn't be synced, and what to do about it.
 * @csspart past - The `<details>` element of a sync that was complete from the start; shown if there are several connections.
 * @csspart bar - The progress bar of a sync.
 * @csspart going-on - The indeterminate progress bar, until the first data type is ready.
 * @csspart types - The list of data types.
 * @csspart type - One data type.
 * @csspart progress - The progress of one data type: an icon and a label.
 * @csspart skeleton - The placeholder of content that is still loading.
 * @csspart skeleton-bar - The placeholder of the progress bar while data is loading.
 * @csspart panel - A view with icon, heading, text and buttons: a step of the connect journey, an outcome or an error.
 * @csspart panel-heading - The heading of a panel.
 * @csspart mark - The round icon above the heading of a panel.
 * @csspart waiting - The animated bar in a panel that waits, for a response or for the sign-in.
 * @csspart actions - A row of buttons.
 * @csspart button - A button, or a link that looks like one.
 * @csspart primary - The button of the main action.
 * @csspart quiet - A button of a secondary action, which looks like a link.
 * @csspart note - A paragraph of secondary text.
 * @csspart small - Text in a smaller font size.
 * @csspart reference - The id to quote to support.
 * @csspart told - The live region for the result of an action, such as copying, or for a changed status.
 * @cssstate loading - The connections or their syncs are loading.
 * @cssstate empty - No connection has data, or no sync was ever started.
 * @cssstate reading - At least one sync is in progress.
 * @cssstate complete - No sync is in progress: all data that can arrive has arrived.
 * @cssstate failed - Loading the connections or their syncs failed.
 */
export class SyncProgress extends CodatElement {
  static override styles = [
    CodatElement.styles,
    deferredBaseStyles,
    indeterminateBarStyles,
    panelStyles,
    skeletonStyles,
    styles,
  ];

  static override properties = { connection: {} };

  /** Codat's id of the only connection to show; all connections if empty. */
  connection = '';

  /** The summaries, cached for one update. */
  #cachedSummaries: readonly ConnectionSyncSummary[] | undefined;
  readonly #localize = new LocalizeController(this, english);
  readonly #connections = new QuerySubscriptionController(this, () => this.activeSession?.connections);
  readonly #syncRuns = new QuerySubscriptionController(this, () =>
    this.activeSession && this.#connectionsWithData.length > 0
      ? getCurrentSyncRunsQuery(this.activeSession)
      : undefined,
  );
  /** Loaded only when a type is late or never comes, since the platform explains why. */
  readonly #platforms = new QuerySubscriptionController(this, () =>
    this.#needsPlatforms ? this.activeSession?.platforms : undefined,
  );
  readonly #syncEvents = new SyncEventOriginController(this, () => this.activeSession);
  /** Stays idle until a person reconnects here: it doesn't load the journey's view, nor resume a journey of other elements. */
  readonly #connect = new JourneyController(this, {
    session: () => this.activeSession,
    load: async () => {
      if (!this.#journeyStarted) throw new Error('No journey was started here.');
      return loadJourneyView();
    },
    openingText: (platform) => this.#localize.messages.common.opening(platform),
  });
  /** Moves focus to the journey when the reconnect button is replaced by it. */
  readonly #focus = new FocusController(this, () => this.#connect.viewName);
  #journeyStarted = false;

  /** Clears the cache. It is filled on first use in the update, since the queries choose their session only after this. */
  protected override willUpdate(): void {
    this.#cachedSummaries = undefined;
  }

  protected get customState(): string {
    if (this.#connections.status !== 'ready') return this.#connections.status;
    if (this.#connectionsWithData.length === 0) return 'empty';
    if (this.#syncRuns.status !== 'ready') return this.#syncRuns.status;
    if (this.#summaries.every(({ status }) => status === 'idle')) return 'empty';
    return this.#isSyncing ? 'reading' : 'complete';
  }

  protected override render(): TemplateResult {
    const journey = this.#signingInId === undefined ? this.#renderJourney() : nothing;
    if (!this.#hasContent && journey === nothing) return html`<div part="base"></div>`;
    const names = [...new Set(this.#headingConnections.map(({ platformName }) => platformName))];
    return html`
      <div part="base">
        <slot name="heading">
          <div part="heading" role="heading" aria-level=${this.headingLevel}>
            ${this.#localize.messages.syncProgress.heading(names, this.#isSyncing && this.customState !== 'failed')}
          </div>
        </slot>
        ${journey}
        ${this.#connections.render({
          loading: () => this.#renderLoading(),
          ready: () => (this.#connectionsWithData.length > 0 ? this.#renderSyncRuns() : nothing),
          failed: (error) => this.#renderFailed(error, () => this.#connections.refresh()),
        })}
      </div>
    `;
  }

  #renderLoading(): TemplateResult {
    return html`
      <div part="skeleton-bar"></div>
      <p part="note" class="awaited" role="status">${this.#localize.messages.common.loading}</p>
      <div part="types">${Array.from({ length: 9 }, () => html`<div part="skeleton"></div>`)}</div>
    `;
  }

  get #panelOptions(): Pick<JourneyViewOptions, 'lang' | 'level' | 'lender'> {
    return { lang: this.#localize.lang, level: this.headingLevel + 1, lender: this.lender };
  }

  #renderJourney(): TemplateResult | typeof nothing {
    return renderJourneyOrLoadFailure(this.#connect, this.#panelOptions);
  }

  #renderFailed(error: CodatError, retry: () => void): TemplateResult {
    return renderLoadFailurePanel(error, { ...this.#panelOptions, retry, reload: this.#connect.reload });
  }

  #renderSyncRuns(): TemplateResult {
    return this.#syncRuns.render({
      loading: () => this.#renderLoading(),
      ready: () => this.#renderSources(),
      failed: (error) => this.#renderFailed(error, () => this.#syncRuns.refresh()),
    });
  }

  #renderSources(): TemplateResult {
    const summaries = this.#summaries;
    const signingInId = this.#signingInId;
    return html`
      ${repeat(
        summaries,
        ({ connection }) => connection.id,
        (summary) =>
          renderConnectionSync(summary, {
            messages: this.#localize.messages.syncProgress,
            lang: this.#localize.lang,
            lender: this.lender,
            level: summaries.length > 1 ? this.headingLevel + 1 : undefined,
            reconnect: () => this.#onReconnect(summary.connection),
            journey: signingInId === summary.connection.id ? this.#renderJourney() : undefined,
          }),
      )}
      <slot name="follow-up"></slot>
    `;
  }

  #onReconnect(connection: Connection): void {
    const { platformKey: key, platformName: name } = connection;
    this.#journeyStarted = true;
    this.#connect.connect({ platform: { key, name }, connection });
  }

  /** Connections with data: linked, or deauthorized after they were. */
  get #connectionsWithData(): Connection[] {
    return (this.#connections.latest ?? []).filter(
      ({ id, status }) =>
        (status === 'Linked' || status === 'Deauthorized') && (!this.connection || id === this.connection),
    );
  }

  /** Whether a connection with data is known, loading failed, or the host named a connection that is loading: people who have connected nothing see not even a heading. */
  get #hasContent(): boolean {
    const { status } = this.#connections;
    return (
      status === 'failed' ||
      this.#connectionsWithData.length > 0 ||
      (status === 'loading' && !!this.connection)
    );
  }

  /** One summary per connection; those already complete when we first looked come last. */
  get #summaries(): readonly ConnectionSyncSummary[] {
    return (this.#cachedSummaries ??= this.#summarize());
  }

  #summarize(): readonly ConnectionSyncSummary[] {
    const syncRuns = this.#syncRuns.latest ?? [];
    const summaries = this.#connectionsWithData.flatMap((connection) => {
      const syncRun = syncRuns.find(({ connectionId }) => connectionId === connection.id);
      const platform = this.#platforms.latest?.find(({ key }) => key === connection.platformKey);
      return syncRun ? [summarizeSyncRun(connection, syncRun, platform)] : [];
    });
    return [...summaries].sort((one, other) => Number(one.alreadyComplete) - Number(other.alreadyComplete));
  }

  /** The connections that the heading names: those being synced, else all; the linked ones until the syncs have loaded. */
  get #headingConnections(): Connection[] {
    if (!this.#syncRuns.latest) return this.#connectionsWithData.filter(({ status }) => status === 'Linked');
    const summaries = this.#summaries;
    const running = summaries.filter(isSyncInProgress);
    return (running.length > 0 ? running : summaries).map(({ connection }) => connection);
  }

  get #isSyncing(): boolean {
    return !this.#syncRuns.latest || this.#summaries.some(isSyncInProgress);
  }

  /** The id of the connection whose source shows the journey. */
  get #signingInId(): string | undefined {
    const { state } = this.#connect;
    const id = 'connection' in state ? state.connection.id : undefined;
    return this.#summaries.some(({ connection }) => connection.id === id) ? id : undefined;
  }

  get #needsPlatforms(): boolean {
    const isAnyLost = this.#connectionsWithData.some(({ status }) => status !== 'Linked');
    const stages = isAnyLost ? ['waiting', 'later', 'reading'] : ['waiting', 'later'];
    return (this.#syncRuns.latest ?? []).some(({ types }) =>
      types.some(({ stage }) => stages.includes(stage)),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sync-progress': SyncProgress;
  }
}
