import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CodatError } from '../../api/errors.js';
import type { Connection } from '../../api/schemas/connection.js';
import { ConnectController } from '../../controllers/journey/connect.js';
import { SyncEventsController } from '../../controllers/journey/sync-events.js';
import { QueryController } from '../../controllers/query.js';
import { LocalizeController } from '../../controllers/localize.js';
import { FocusController } from '../../controllers/focus.js';
import { common } from '../../i18n/locales/en/common.js';
import { errors } from '../../i18n/locales/en/errors.js';
import { syncProgress } from '../../i18n/locales/en/sync-progress.js';
import { syncRunsOf } from '../../sync/sync-runs.js';
import { accentStyles } from '../../styles/accent.js';
import { base } from '../../styles/base.js';
import { controls } from '../../styles/controls.js';
import { panelStyles } from '../../styles/panel.js';
import { skeletonStyles } from '../../styles/skeleton.js';
import { tokens } from '../../styles/tokens.js';
import { CodatElement } from '../codat-element.js';
import { failurePanel } from '../journey/failure-panel.js';
import { loadJourneyView } from '../journey/load-journey-view.js';
import { inProgress, summarize, type SyncSummary } from './sync-summary.js';
import { source } from './source.js';
import { styles } from './styles.js';

const english = { common, errors, syncProgress };

/**
 * Shows a company's data arrive, a connection and a type at a time.
 *
 * @tag sync-progress
 * @slot heading - instead of the element's own heading
 * @slot follow-up - what the host will do when the data is there
 * @fires {DataArrivedEvent} codat-data-arrived - the first type of a connection's data can be used
 * @fires {SyncedEvent} codat-synced - all of a connection's data that can arrive has arrived
 * @fires {ReconnectEvent} codat-reconnect - a person wants to renew an access that was lost; cancel it to do so yourself
 * @fires {FailedEvent} codat-failed
 * @csspart base - everything, in one box
 * @csspart heading - the element's own heading
 * @csspart source - the data of one connection
 * @csspart source-heading - whose it is, where there are several
 * @csspart trouble - what couldn't be read, and what to do
 * @csspart past - what was there before anyone looked, folded where there are several connections
 * @csspart bar - how much has been read
 * @csspart going-on - the bar while there is no number
 * @csspart types - all the types of data
 * @csspart type - a type of data
 * @csspart progress - how far it is: a picture and a word
 * @csspart skeleton - the place of a type that is still loading
 * @csspart skeleton-bar - the place of the bar
 * @csspart panel - what is shown instead when it can't be known
 * @csspart panel-heading - what happened
 * @csspart mark - the round picture above it
 * @csspart waiting - the slim bar while something is awaited
 * @csspart actions - the row of buttons
 * @csspart button - each of them
 * @csspart primary - the one that leads on
 * @csspart quiet - the ones that lead elsewhere
 * @csspart note - a quiet sentence
 * @csspart small - a note in small type
 * @csspart reference - what to quote to support
 * @csspart told - whether the reference was copied
 * @cssstate loading - what is read is on its way
 * @cssstate empty - nothing is connected, or nothing of it was ever asked for
 * @cssstate reading - more will come
 * @cssstate complete - all that can come is there
 * @cssstate failed - it can't be known
 */
export class SyncProgress extends CodatElement {
  static override styles = [tokens, base, controls, accentStyles, panelStyles, skeletonStyles, styles];

  static override properties = { connection: {} };

  /** The id of the only connection to show; all connections if empty. */
  connection = '';

  /** The summaries of this update. */
  #cachedSummaries: readonly SyncSummary[] | undefined;
  readonly #localize = new LocalizeController(this, english);
  readonly #connections = new QueryController(this, () => this.activeSession?.connections);
  readonly #syncRuns = new QueryController(this, () =>
    this.activeSession && this.#connectionsWithData.length > 0 ? syncRunsOf(this.activeSession) : undefined,
  );
  /** Loaded only while a type waits, since the platform explains why. */
  readonly #platforms = new QueryController(this, () =>
    this.#isWaiting ? this.activeSession?.platforms : undefined,
  );
  readonly #syncEvents = new SyncEventsController(this, () => this.activeSession);
  /** Loads nothing and resumes no journey of other elements until a person reconnects here. */
  readonly #connect = new ConnectController(this, {
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

  /** Dropped here and computed on first use, since the queries pick their session only after this. */
  protected override willUpdate(): void {
    this.#cachedSummaries = undefined;
  }

  protected get customState(): string {
    if (this.#connections.status !== 'ready') return this.#connections.status;
    if (this.#connectionsWithData.length === 0) return 'empty';
    if (this.#syncRuns.status !== 'ready') return this.#syncRuns.status;
    if (this.#summaries.every(({ status: at }) => at === 'idle')) return 'empty';
    return this.#isSyncing ? 'reading' : 'complete';
  }

  protected override render(): TemplateResult {
    const names = [...new Set(this.#headingConnections.map(({ platformName }) => platformName))];
    return html`
      <div part="base">
        <slot name="heading">
          <div part="heading" role="heading" aria-level=${this.headingLevel}>
            ${this.#localize.messages.syncProgress.heading(names, this.#isSyncing)}
          </div>
        </slot>
        ${this.#signingInId === undefined ? this.#renderJourney() : nothing}
        ${this.#connections.render({
          loading: () => this.#renderLoading(),
          ready: () =>
            this.#connectionsWithData.length > 0 ? this.#renderSyncRuns() : this.#renderNothing(),
          failed: (error) => this.#renderFailed(error, () => this.#connections.refresh()),
        })}
      </div>
    `;
  }

  #renderJourney(): TemplateResult | typeof nothing {
    const { loadError, retry } = this.#connect;
    if (loadError) return this.#renderFailed(loadError, retry);
    const { lang } = this.#localize;
    const { lender } = this;
    return this.#connect.render({ lang, level: this.headingLevel + 1, lender, leaveTo: 'away' }) ?? nothing;
  }

  /** Shows placeholders only once there is a connection: there may be none. */
  #renderLoading(): TemplateResult {
    const hasSource = this.connection || this.#connectionsWithData.length > 0;
    return html`
      ${hasSource ? html`<div part="skeleton-bar"></div>` : nothing}
      <p part="note" class="awaited" role="status">${this.#localize.messages.common.loading}</p>
      ${hasSource ? html`<div part="types">${Array.from({ length: 9 }, () => html`<div part="skeleton"></div>`)}</div>` : nothing}
    `;
  }

  #renderNothing(): TemplateResult {
    return html`<p part="note">${this.#localize.messages.syncProgress.nothing}</p>`;
  }

  #renderFailed(error: CodatError, retry: () => void): TemplateResult {
    const { reload } = this.#connect;
    return failurePanel(error, { lang: this.#localize.lang, level: this.headingLevel + 1, retry, reload });
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
    if (summaries.length === 0) return this.#renderNothing();
    const signingIn = this.#signingInId;
    return html`
      ${repeat(
        summaries,
        ({ connection }) => connection.id,
        (summary) =>
          source(summary, {
            messages: this.#localize.messages.syncProgress,
            lang: this.#localize.lang,
            lender: this.lender,
            level: summaries.length > 1 ? this.headingLevel + 1 : undefined,
            reconnect: () => this.#onReconnect(summary.connection),
            journey: signingIn === summary.connection.id ? this.#renderJourney() : undefined,
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

  /** One summary per connection; those already complete when we first looked come last. */
  get #summaries(): readonly SyncSummary[] {
    return (this.#cachedSummaries ??= this.#summarize());
  }

  #summarize(): readonly SyncSummary[] {
    const syncRuns = this.#syncRuns.latest ?? [];
    const summaries = this.#connectionsWithData.flatMap((connection) => {
      const syncRun = syncRuns.find(({ connectionId }) => connectionId === connection.id);
      const platform = this.#platforms.latest?.find(({ key }) => key === connection.platformKey);
      return syncRun ? [summarize(connection, syncRun, platform)] : [];
    });
    return [...summaries].sort((one, other) => Number(one.alreadyComplete) - Number(other.alreadyComplete));
  }

  /** The connections that the heading names: those being synced, else all. */
  get #headingConnections(): Connection[] {
    if (!this.#syncRuns.latest) return this.#connectionsWithData.filter(({ status }) => status === 'Linked');
    const summaries = this.#summaries;
    const running = summaries.filter(inProgress);
    return (running.length > 0 ? running : summaries).map(({ connection }) => connection);
  }

  get #isSyncing(): boolean {
    return !this.#syncRuns.latest || this.#summaries.some(inProgress);
  }

  /** The id of the connection whose source shows the journey. */
  get #signingInId(): string | undefined {
    const { state } = this.#connect;
    const id = 'connection' in state ? state.connection.id : undefined;
    return this.#summaries.some(({ connection }) => connection.id === id) ? id : undefined;
  }

  get #isWaiting(): boolean {
    return (this.#syncRuns.latest ?? []).some(({ types }) => types.some(({ stage }) => stage === 'waiting'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sync-progress': SyncProgress;
  }
}
