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
import { readingsOf } from '../../session/readings.js';
import { accentStyles } from '../../styles/accent.js';
import { base } from '../../styles/base.js';
import { controls } from '../../styles/controls.js';
import { panelStyles } from '../../styles/panel.js';
import { skeletonStyles } from '../../styles/skeleton.js';
import { tokens } from '../../styles/tokens.js';
import { CodatElement } from '../codat-element.js';
import { failure } from '../journey/failure.js';
import { loadJourney } from '../journey/load-journey.js';
import { isGoing, pictureOf, type Picture } from './progress.js';
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

  /** The id of the one connection to show; all that are connected if it is empty. */
  connection = '';

  readonly #say = new LocalizeController(this, english);
  readonly #connections = new QueryController(this, () => this.current?.connections);
  readonly #readings = new QueryController(this, () =>
    this.current && this.#candidates.length > 0 ? readingsOf(this.current) : undefined,
  );
  /** Asked for only where something waits: the platform says why. */
  readonly #platforms = new QueryController(this, () => (this.#waits ? this.current?.platforms : undefined));
  readonly #milestones = new SyncEventsController(this, () => this.current);
  /** Loads nothing, and goes on with nothing that began elsewhere, until a person has lost an access and wants it back. */
  readonly #connect = new ConnectController(this, {
    session: () => this.current,
    load: async () => {
      if (!this.#leads) throw new Error('There is nowhere to lead to.');
      return loadJourney();
    },
    openingText: (platform) => this.#say.words.common.opening(platform),
  });
  /** Keeps a person who presses a button that goes away in the place where it leads. */
  readonly #scene = new FocusController(this, () => this.#connect.view);
  #leads = false;

  protected get situation(): string {
    if (this.#connections.status !== 'ready') return this.#connections.status;
    if (this.#candidates.length === 0) return 'empty';
    if (this.#readings.status !== 'ready') return this.#readings.status;
    if (this.#pictures.every(({ at }) => at === 'idle')) return 'empty';
    return this.#isReading ? 'reading' : 'complete';
  }

  protected override render(): TemplateResult {
    const names = [...new Set(this.#named.map(({ platformName }) => platformName))];
    return html`
      <div part="base">
        <slot name="heading">
          <div part="heading" role="heading" aria-level=${this.headingLevel}>
            ${this.#say.words.syncProgress.heading(names, this.#isReading)}
          </div>
        </slot>
        ${this.#signingIn === undefined ? this.#renderJourney() : nothing}
        ${this.#connections.render({
          loading: () => this.#renderLoading(),
          ready: () => (this.#candidates.length > 0 ? this.#renderReadings() : this.#renderNothing()),
          failed: (error) => this.#renderFailed(error, () => this.#connections.refresh()),
        })}
      </div>
    `;
  }

  #renderJourney(): TemplateResult | typeof nothing {
    const { state, module: parts, loadError: problem, retry } = this.#connect;
    if (problem) return this.#renderFailed(problem, retry);
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

  /** There is a place for what is read once it is known that something is: perhaps nothing is connected. */
  #renderLoading(): TemplateResult {
    const isRead = this.connection || this.#candidates.length > 0;
    return html`
      ${isRead ? html`<div part="skeleton-bar"></div>` : nothing}
      <p part="note" class="awaited" role="status">${this.#say.words.common.loading}</p>
      ${isRead ? html`<div part="types">${Array.from({ length: 9 }, () => html`<div part="skeleton"></div>`)}</div>` : nothing}
    `;
  }

  #renderNothing(): TemplateResult {
    return html`<p part="note">${this.#say.words.syncProgress.nothing}</p>`;
  }

  #renderFailed(error: CodatError, retry: () => void): TemplateResult {
    const { reload } = this.#connect;
    return failure(error, { lang: this.#say.lang, level: this.headingLevel + 1, retry, reload });
  }

  #renderReadings(): TemplateResult {
    return this.#readings.render({
      loading: () => this.#renderLoading(),
      ready: () => this.#renderSources(),
      failed: (error) => this.#renderFailed(error, () => this.#readings.refresh()),
    });
  }

  #renderSources(): TemplateResult {
    const pictures = this.#pictures;
    if (pictures.length === 0) return this.#renderNothing();
    const signingIn = this.#signingIn;
    return html`
      ${repeat(
        pictures,
        ({ connection }) => connection.id,
        (picture) =>
          source(picture, {
            words: this.#say.words.syncProgress,
            lang: this.#say.lang,
            lender: this.lender,
            level: pictures.length > 1 ? this.headingLevel + 1 : undefined,
            reconnect: () => this.#onReconnect(picture.connection),
            journey: signingIn === picture.connection.id ? this.#renderJourney() : undefined,
          }),
      )}
      <slot name="follow-up"></slot>
    `;
  }

  #onReconnect(connection: Connection): void {
    const { platformKey: key, platformName: name } = connection;
    this.#leads = true;
    this.#connect.connect({ platform: { key, name }, connection });
  }

  /** Connections that data comes from, or came from. */
  get #candidates(): Connection[] {
    return (this.#connections.latest ?? []).filter(
      ({ id, status }) =>
        (status === 'Linked' || status === 'Deauthorized') && (!this.connection || id === this.connection),
    );
  }

  /** What is news comes first, since the rest was there before anyone looked. */
  get #pictures(): Picture[] {
    const readings = this.#readings.latest ?? [];
    const pictures = this.#candidates.flatMap((connection) => {
      const reading = readings.find(({ connectionId }) => connectionId === connection.id);
      const platform = this.#platforms.latest?.find(({ key }) => key === connection.platformKey);
      return reading ? [pictureOf(connection, reading, platform)] : [];
    });
    return [...pictures].sort((one, other) => Number(one.isPast) - Number(other.isPast));
  }

  /** Those the heading names: what is being read, else all whose data is shown, or will be. */
  get #named(): Connection[] {
    if (!this.#readings.latest) return this.#candidates.filter(({ status }) => status === 'Linked');
    const pictures = this.#pictures;
    const going = pictures.filter(isGoing);
    return (going.length > 0 ? going : pictures).map(({ connection }) => connection);
  }

  get #isReading(): boolean {
    return !this.#readings.latest || this.#pictures.some(isGoing);
  }

  /** The connection whose place shows this element's journey, if it is about one that has a place. */
  get #signingIn(): string | undefined {
    const { state } = this.#connect;
    const id = 'connection' in state ? state.connection.id : undefined;
    return this.#pictures.some(({ connection }) => connection.id === id) ? id : undefined;
  }

  get #waits(): boolean {
    return (this.#readings.latest ?? []).some(({ types }) => types.some(({ stage }) => stage === 'waiting'));
  }
}
