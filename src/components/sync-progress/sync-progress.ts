import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CodatError } from '../../api/errors.js';
import type { Connection } from '../../api/schemas/connection.js';
import type { DataStatus } from '../../api/schemas/data-status.js';
import { MilestoneController } from '../../controllers/milestone.js';
import { PollController } from '../../controllers/poll.js';
import { QueryController } from '../../controllers/query.js';
import { DataArrivedEvent, SyncedEvent } from '../../events/reading.js';
import { LocalizeController } from '../../controllers/localize.js';
import { common } from '../../i18n/locales/en/common.js';
import { errors } from '../../i18n/locales/en/errors.js';
import { syncProgress } from '../../i18n/locales/en/sync-progress.js';
import { dataStatusOf } from '../../session/data-status.js';
import { accentStyles } from '../../styles/accent.js';
import { base } from '../../styles/base.js';
import { controls } from '../../styles/controls.js';
import { panelStyles } from '../../styles/panel.js';
import { skeletonStyles } from '../../styles/skeleton.js';
import { tokens } from '../../styles/tokens.js';
import { CodatElement } from '../codat-element.js';
import { failure } from '../failure.js';
import { icons } from '../icons.js';
import { progressOf, summaryOf, type Summary } from './progress.js';
import { styles } from './styles.js';

const marks = {
  waiting: icons.clock,
  reading: icons.clock,
  ready: icons.check,
  'not-offered': icons.dash,
  failed: icons.alert,
} as const;

const english = { common, errors, syncProgress };

/**
 * Shows a company's first data arrive, a type at a time.
 *
 * @tag sync-progress
 * @slot heading - instead of the element's own heading
 * @slot follow-up - what the host will do when the data is there
 * @fires {DataArrivedEvent} codat-data-arrived - the first type of data can be used
 * @fires {SyncedEvent} codat-synced - all that can arrive has arrived
 * @fires {FailedEvent} codat-failed
 * @csspart base - everything, in one box
 * @csspart heading - the element's own heading
 * @csspart bar - how much has been read
 * @csspart types - all the types of data
 * @csspart type - a type of data
 * @csspart progress - how far it is: a picture and a word
 * @csspart skeleton - the place of a type that is still loading
 * @csspart skeleton-bar - the place of the bar
 * @csspart panel - what is shown instead when it can't be known
 * @csspart panel-heading - what happened
 * @csspart mark - the round picture above it
 * @csspart actions - the row of buttons
 * @csspart button - each of them
 * @csspart note - a quiet sentence
 * @csspart small - a note in small type
 * @csspart reference - what to quote to support
 * @cssstate loading - what is read is on its way
 * @cssstate empty - nothing is connected
 * @cssstate reading - more will come
 * @cssstate complete - all that can come is there
 * @cssstate failed - it can't be known
 */
export class SyncProgress extends CodatElement {
  static override styles = [tokens, base, controls, accentStyles, panelStyles, skeletonStyles, styles];

  readonly #say = new LocalizeController(this, english);
  readonly #connections = new QueryController(this, () => this.current?.connections);
  readonly #statuses = new QueryController(this, () =>
    this.current && this.#linked.length > 0 ? dataStatusOf(this.current) : undefined,
  );
  readonly #poll = new PollController(
    this,
    () => this.#linked.length > 0 && !summaryOf(this.#statuses.latest ?? []).over,
    () => this.#statuses.refresh(),
  );
  readonly #milestones = new MilestoneController(this, () => this.#reached);

  protected get situation(): string {
    if (this.#connections.situation !== 'ready') return this.#connections.situation;
    if (this.#linked.length === 0) return 'empty';
    if (this.#statuses.situation !== 'ready') return this.#statuses.situation;
    return summaryOf(this.#statuses.latest ?? []).over ? 'complete' : 'reading';
  }

  protected override render(): TemplateResult {
    const names = [...new Set(this.#linked.map(({ platformName }) => platformName))];
    return html`
      <div part="base">
        <slot name="heading">
          <div part="heading" role="heading" aria-level=${this.headingLevel}>
            ${this.#say.words.syncProgress.heading(names)}
          </div>
        </slot>
        ${this.#connections.render({
          loading: () => this.#renderLoading(),
          ready: () => (names.length > 0 ? this.#renderStatuses() : this.#renderNothing()),
          failed: (error) => this.#renderFailed(error, this.#connections),
        })}
      </div>
    `;
  }

  #renderLoading(): TemplateResult {
    return html`
      <div part="skeleton-bar"></div>
      <p part="note" role="status">${this.#say.words.common.loading}</p>
      <div part="types">${Array.from({ length: 9 }, () => html`<div part="skeleton"></div>`)}</div>
    `;
  }

  #renderNothing(): TemplateResult {
    return html`<p part="note">${this.#say.words.syncProgress.nothing}</p>`;
  }

  #renderFailed(error: CodatError, query: { refresh: () => void }): TemplateResult {
    return failure(error, {
      words: this.#say.words,
      level: this.headingLevel + 1,
      retry: () => query.refresh(),
    });
  }

  #renderStatuses(): TemplateResult {
    return this.#statuses.render({
      loading: () => this.#renderLoading(),
      ready: (statuses) => this.#renderProgress(statuses),
      failed: (error) => this.#renderFailed(error, this.#statuses),
    });
  }

  #renderProgress(statuses: readonly DataStatus[]): TemplateResult {
    const summary = summaryOf(statuses);
    const { count } = this.#say.words.syncProgress;
    return html`
      <progress
        part="bar"
        max=${summary.all}
        .value=${summary.ready}
        aria-label=${count(summary.ready, summary.all)}
      ></progress>
      <p part="note" role="status">${this.#sentence(summary)}</p>
      <ul part="types">
        ${repeat(
          statuses,
          ({ dataType }) => dataType,
          (status) => this.#renderType(status),
        )}
      </ul>
      <slot name="follow-up"></slot>
    `;
  }

  #renderType(status: DataStatus): TemplateResult {
    const progress = progressOf(status);
    const { dataType, progress: words } = this.#say.words.syncProgress;
    return html`
      <li part="type">
        <span>${dataType(status.dataType)}</span>
        <span part="progress" data-progress=${progress}>${marks[progress]} ${words[progress]}</span>
      </li>
    `;
  }

  #sentence({ ready, all, over }: Summary): string {
    const { reading, enough, complete, count } = this.#say.words.syncProgress;
    if (over) return complete;
    return `${count(ready, all)}. ${ready > 0 ? enough : reading}`;
  }

  get #linked(): Connection[] {
    return (this.#connections.latest ?? []).filter(({ status }) => status === 'Linked');
  }

  /** What has come about so far, each with the event that tells of it. Nothing is known before the first answer. */
  get #reached(): ReadonlyMap<string, () => Event> | undefined {
    const statuses = this.#statuses.latest;
    if (!statuses) return undefined;
    const first = statuses.find((status) => progressOf(status) === 'ready');
    return new Map([
      ...(first ? [['arrived', () => new DataArrivedEvent(first.dataType)] as const] : []),
      ...(summaryOf(statuses).over ? [['synced', () => new SyncedEvent()] as const] : []),
    ]);
  }
}
