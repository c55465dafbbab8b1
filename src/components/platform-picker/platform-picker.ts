import { html, nothing, type TemplateResult } from 'lit';
import type { CodatError } from '../../api/errors.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { ShareLink } from '../../api/schemas/share-link.js';
import { ConnectController, type Opens } from '../../controllers/journey/connect.js';
import { QueryController } from '../../controllers/query.js';
import { FocusController } from '../../controllers/focus.js';
import { WatchController } from '../../controllers/watch.js';
import { LocalizeController } from '../../controllers/localize.js';
import { common } from '../../i18n/locales/en/common.js';
import { platformPicker } from '../../i18n/locales/en/platform-picker.js';
import { sourceTypes } from '../../i18n/locales/en/source-types.js';
import { latest } from '../../session/resource.js';
import { base } from '../../styles/base.js';
import { controls } from '../../styles/controls.js';
import { fieldStyles } from '../../styles/field.js';
import { logoStyles } from '../../styles/logo.js';
import { skeletonStyles } from '../../styles/skeleton.js';
import { tokens } from '../../styles/tokens.js';
import { FormField } from '../form-field.js';
import { loadJourneyView } from '../journey/load-journey-view.js';
import { icons } from '../icons.js';
import { skeletonGroups, defaultSourceTypes, filterPlatforms, type PlatformFilter } from './grouping.js';
import { dispatchStep, reportNotListed, reportSearch } from './analytics.js';
import { autoOpen } from './auto-open.js';
import { isAccepted } from './is-accepted.js';
import { platformList } from './platform-list.js';
import { PlatformSearch } from './platform-search.js';
import { memoizeLast } from '../memoize-last.js';
import { platformKeys, sourceTypeList, word, wordList } from '../property-declarations.js';
import { styles } from './styles.js';
import { connectRequestFor } from './connect-request.js';
import { ShownPlatforms } from './shown-platforms.js';
import { skeleton } from './tiles.js';

const english = { common, platformPicker, sourceTypes };

const noPlatforms: readonly Platform[] = [];

/**
 * Finds a platform and connects it.
 *
 * @tag platform-picker
 * @slot heading - instead of the element's own heading
 * @slot intro - instead of the sentence under it
 * @slot not-listed - what to do for someone whose platform isn't here
 * @slot help - how to reach the lender
 * @slot next - what comes after connecting
 * @fires {ConnectEvent} codat-connect - a person chose a platform; cancel it to do something else
 * @fires {ReconnectEvent} codat-reconnect - a person chose a platform that waits to be finished
 * @fires {ConsentedEvent} codat-consented - a person agreed to what the host asks; it has the receipt
 * @fires {SharedEvent} codat-shared - there is a link for the person who has the log-in
 * @fires {StartedEvent} codat-started - there is a connection, and the person is on the way to sign in
 * @fires {ConnectedEvent} codat-connected
 * @fires {AbandonedEvent} codat-abandoned
 * @fires {LeavingEvent} codat-leaving - this tab is about to go to the sign-in page; hand over what to wait for
 * @fires {AskedForEvent} codat-asked-for - a person looked for a platform that isn't there
 * @fires {SteppedEvent} codat-stepped - a step to count by; it says nothing of the person, and no word they typed
 * @fires {FailedEvent} codat-failed
 * @csspart base - everything, in one box
 * @csspart heading - the element's own heading
 * @csspart intro - the sentence under it
 * @csspart search - the field to search by, its label and the count
 * @csspart group - platforms of one kind
 * @csspart group-title - what kind they are
 * @csspart tiles - their grid
 * @csspart tile - a platform, to be pressed
 * @csspart tile-text - what stands beside its logo
 * @csspart name - its name
 * @csspart logo - its logo on a light plate, or its monogram
 * @csspart mark-text - whether it is connected or waits to be finished
 * @csspart branded - its maker's own button, not to be altered
 * @csspart skeleton - the place of what is still loading
 * @csspart invalid - what the form around it still asks for
 * @csspart not-listed - what there is for someone whose platform isn't here, to be opened
 * @csspart shares - the links for other people that were made
 * @csspart share - one of them
 * @csspart share-name - the platform it is for
 * @csspart link - the field that has the link to send
 * @csspart told - what became of copying
 * @csspart in-app - the way out of an app's own browser, which platforms refuse
 * @csspart footer - what stands under the platforms
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
 * @csspart actions - the row of buttons
 * @csspart button - each button, and each link that acts as one
 * @csspart primary - the one that leads on
 * @csspart quiet - the ones that lead elsewhere
 * @csspart note - a quiet sentence
 * @csspart small - a note in small type
 * @csspart reference - what to quote to support
 * @cssstate loading - the platforms are on their way
 * @cssstate ready - there are platforms to choose from
 * @cssstate preparing - a platform was chosen, and there is something to know first
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
export class PlatformPicker extends FormField {
  static override styles = [tokens, base, controls, fieldStyles, logoStyles, skeletonStyles, styles];

  static override properties = {
    sourceTypes: {
      attribute: 'source-types',
      converter: sourceTypeList.converter,
      hasChanged: sourceTypeList.hasChanged,
    },
    include: platformKeys,
    exclude: platformKeys,
    featured: platformKeys,
    sandbox: { type: Boolean },
    accept: wordList('linked', 'shared', 'not-listed'),
    consent: { type: Boolean },
    isNotListed: { state: true },
    opens: word('auto', 'popup', 'new-tab', 'same-tab'),
    platform: {},
    // It isn't rendered, and frameworks pass a new function with each render.
    openLink: { attribute: false, hasChanged: () => false },
  };

  /** The source types to show, such as `Accounting Banking`; all that people connect by default. */
  sourceTypes: readonly string[] = [];

  /** Keys of the only platforms to show. */
  include: readonly string[] = [];

  /** Keys of platforms not to show. */
  exclude: readonly string[] = [];

  /** Keys of the platforms to show first, instead of the most used ones. */
  featured: readonly string[] = [];

  /** Shows platforms for trying things out as well. */
  sandbox = false;

  /** What satisfies `required` besides a connection: `shared`, a link for someone else; `not-listed`, that the platform isn't listed. */
  accept: readonly string[] = [];

  /** Requires consent before a platform is connected; its text comes from the gateway's `consents`. */
  consent = false;

  /** How the sign-in page opens: `popup`, `new-tab`, `same-tab`, or `auto` as fits the device. */
  opens: Opens = 'auto';

  /** The key of the only platform to connect. Its notes open by themselves; sign-in needs a click. */
  platform = '';

  /** Opens the sign-in page in the host's own way, such as in a web view. Gets the gateway's link, valid for ten minutes. */
  openLink: ((url: string) => void) | undefined;

  private isNotListed = false;

  /** `filter` is a `PlatformFilter` as JSON, so that an equal one is the same. */
  readonly #filter = memoizeLast((all: readonly Platform[], filter: string) =>
    filterPlatforms(all, JSON.parse(filter) as PlatformFilter),
  );
  readonly #search = new PlatformSearch(() => this.requestUpdate());
  readonly #shown = new ShownPlatforms(this);
  readonly #localize = new LocalizeController(this, english);
  readonly #platforms = new QueryController(this, () => this.activeSession?.platforms);
  readonly #connections = new QueryController(this, () => this.activeSession?.connections);
  readonly #connect = new ConnectController(this, {
    session: () => this.activeSession,
    load: loadJourneyView,
    onLoad: () => dispatchStep(this, 'viewed'),
    openingText: (platform) => this.#localize.messages.common.opening(platform),
    consent: () => this.consent,
    opens: () => this.opens,
    openLink: () => this.openLink,
  });
  readonly #shareLinks = new WatchController(this, () => this.#connect.source?.shareLinks);
  readonly #focus = new FocusController(this, () => this.#connect.viewName);

  protected get customState(): string {
    return this.#connect.customState ?? this.#platforms.status;
  }

  /** Clears the search and the journey; connections stay. */
  override formResetCallback(): void {
    super.formResetCallback();
    this.#search.setQuery('');
    this.isNotListed = false;
    this.#connect.reset();
  }

  protected get values(): readonly string[] {
    const types: readonly string[] = this.sourceTypes.length > 0 ? this.sourceTypes : defaultSourceTypes;
    return (this.#connections.latest ?? [])
      .filter(({ status, sourceType }) => status === 'Linked' && types.includes(sourceType))
      .map(({ id }) => id);
  }

  protected get loaded(): boolean {
    return this.#connections.latest !== undefined;
  }

  protected get isSatisfied(): boolean {
    return (
      this.values.length > 0 ||
      isAccepted(this.accept, {
        shareLinks: this.#shareLinksMade,
        platforms: this.#filteredPlatforms,
        isNotListed: this.isNotListed,
      })
    );
  }

  protected get requiredMessage(): string {
    return this.#localize.messages.platformPicker.required(this.sourceTypes);
  }

  protected override updated(): void {
    const { source, state } = this.#connect;
    const inJourney = state.at !== 'choosing';
    if (!this.platform || (!inJourney && source?.state.at !== 'choosing')) return;
    autoOpen(this, this.#filteredPlatforms[0], {
      connections: this.#connections.latest,
      inJourney,
      preselect: (request) => this.#connect.preselect(request),
    });
  }

  protected override render(): TemplateResult {
    return html`
      <div part="base">
        ${this.#renderView()}
        <p part="invalid" data-tone="danger" role="alert" ?hidden=${!this.field.visibleError}>
          ${icons.alert} ${this.field.visibleError}
        </p>
      </div>
    `;
  }

  #renderView(): TemplateResult {
    const { loadError, retry } = this.#connect;
    if (loadError) return this.#renderFailure(loadError, retry);
    return (
      this.#connect.render({
        lang: this.#localize.lang,
        level: this.headingLevel,
        lender: this.lender,
        leaveTo: this.platform ? 'away' : 'platforms',
        next: html`<slot name="next"></slot>`,
      }) ?? this.#renderChoice()
    );
  }

  #renderChoice(): TemplateResult {
    const { heading, intro } = this.#localize.messages.platformPicker;
    const { view, state } = this.#connect;
    const { before, after } =
      view?.secondaryActions(state, {
        lang: this.#localize.lang,
        lender: this.lender,
        actions: this.#connect,
        shareLinks: this.#shareLinksMade,
        isNotListed: this.isNotListed,
        onNotListedToggle: this.#onNotListedToggle,
      }) ?? {};
    return html`
      <div>
        <slot name="heading">
          <div part="heading" role="heading" aria-level=${this.headingLevel}>
            ${heading(this.sourceTypes)}
          </div>
        </slot>
        <slot name="intro"><p part="intro">${intro(this.lender)}</p></slot>
      </div>
      ${before}
      ${this.#platforms.render({
        loading: () => skeleton(skeletonGroups(this, this.featured), this.#localize.messages.common.loading),
        ready: () =>
          platformList(this.#filteredPlatforms, {
            messages: this.#localize.messages,
            featured: this.featured,
            connections: this.#connections.latest ?? [],
            disabled: this.disabled || this.fieldsetDisabled,
            shown: this.#shown,
            search: this.#search,
            onSearched: this.#onSearched,
            onChoose: this.#onChoose,
          }),
        failed: (error) => this.#renderFailure(error, () => this.#platforms.refresh()),
      })}
      <div part="footer">${after ?? html`<slot name="not-listed"></slot>`}<slot name="help"></slot></div>
    `;
  }

  /** The full error once its messages have loaded with the journey; a short one until then. */
  #renderFailure(error: CodatError, retry: () => void): TemplateResult {
    const { lang, messages } = this.#localize;
    const { view, reload } = this.#connect;
    if (view) return view.failurePanel(error, { lang, level: this.headingLevel + 1, retry });
    return html`
      <p part="note" role="alert">${messages.common.away}</p>
      <div part="actions">
        <button part="button" @click=${retry}>${messages.common.tryAgain}</button>
        ${reload ? html`<button part="button" @click=${reload}>${messages.common.reload}</button>` : nothing}
      </div>
    `;
  }

  readonly #onNotListedToggle = (isNotListed: boolean): void => {
    this.isNotListed = isNotListed;
    if (isNotListed) reportNotListed(this, this.#search.query);
  };

  readonly #onSearched = (query: string, found: number): void => reportSearch(this, query, found > 0);

  readonly #onChoose = (platform: Platform): void => {
    dispatchStep(this, 'chosen', platform);
    this.#connect.connect(connectRequestFor(platform, this.#connections.latest ?? []));
  };

  /** The links made for other people. */
  get #shareLinksMade(): readonly ShareLink[] {
    return latest(this.#shareLinks.source?.resource ?? { is: 'idle' }) ?? [];
  }

  get #filteredPlatforms(): readonly Platform[] {
    const { sourceTypes, include, exclude, sandbox, platform } = this;
    const filter = JSON.stringify({ sourceTypes, include, exclude, sandbox, platform });
    return this.#filter(this.#platforms.latest ?? noPlatforms, filter);
  }
}
