import { html, type TemplateResult } from 'lit';
import type { CodatError } from '../../api/errors.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { ShareLink } from '../../api/schemas/share-link.js';
import type { SourceType } from '../../api/schemas/source-type.js';
import { FocusController } from '../../controllers/focus.js';
import { JourneyController, waysToOpen, type WayToOpen } from '../../controllers/journey/controller.js';
import { LocalizeController } from '../../controllers/localize.js';
import { QuerySubscriptionController } from '../../controllers/query-subscription.js';
import { SubscriptionController } from '../../controllers/subscription.js';
import { common } from '../../i18n/locales/en/common.js';
import { platformPicker } from '../../i18n/locales/en/platform-picker.js';
import { sourceTypes } from '../../i18n/locales/en/source-types.js';
import { latestValue } from '../../session/query-state.js';
import { fieldStyles } from '../../styles/field.js';
import { logoStyles } from '../../styles/logo.js';
import { skeletonStyles } from '../../styles/skeleton.js';
import { FormAssociatedElement } from '../form-associated-element.js';
import { icons } from '../icons.js';
import { loadJourneyView } from '../journey/load-journey-view.js';
import { memoizeLast } from '../memoize-last.js';
import { declareKeyword, declareKeywords, platformKeysProperty, sourceTypesProperty } from '../properties.js';
import { renderShortLoadFailure } from '../short-load-failure.js';
import { waysToSatisfyRequired, type AcceptKeyword } from './accept-attribute.js';
import { dispatchSteppedEvent, reportNotListed, reportSearch, reportViewed } from './analytics.js';
import { createConnectRequest } from './connect-request.js';
import { filterAndSortPlatforms, skeletonCountsOf, sourceTypesOrDefault, type HostFilter } from './groups.js';
import { renderPlatformList } from './platform-list.js';
import { ShownPlatformTiles } from './shown-platform-tiles.js';
import { PlatformSearchState } from './search/platform-search-state.js';
import { styles } from './styles.js';
import { renderSkeleton } from './tile-group.js';

const english = { common, platformPicker, sourceTypes };

/**
 * Lets a person choose a platform, such as accounting software, a bank or a shop, and connect it. As a form field it
 * submits the ids of the linked connections.
 *
 * @tag platform-picker
 * @slot heading - Replaces the element's own heading.
 * @slot intro - Replaces the sentences under the heading: what the lender reads, or where a person signs in.
 * @slot not-listed - Replaces the advice for people whose platform isn't listed.
 * @slot help - How to reach the lender; shown under the platforms.
 * @slot next - The next step of the host, such as a link; shown once a platform is connected.
 * @fires {ConnectEvent} codat-connect - A person chose a platform. Cancel it to handle the choice yourself.
 * @fires {ReconnectEvent} codat-reconnect - A person wants to finish or renew a connection. Cancel it to handle this yourself.
 * @fires {ConsentedEvent} codat-consented - A person agreed to the host's terms, and the gateway recorded it; `receipt` is the record.
 * @fires {SharedEvent} codat-shared - A link for the person who has the log-in was created.
 * @fires {StartedEvent} codat-started - A connection was created, or read again to be renewed, and its sign-in begins. It is not linked yet.
 * @fires {ConnectedEvent} codat-connected - Codat reports the connection as linked.
 * @fires {AbandonedEvent} codat-abandoned - An attempt ended before the connection was linked; `reason` says why.
 * @fires {LeavingEvent} codat-leaving - This tab is about to go to the sign-in page, or to reload. Cancel it to stay, or call `waitUntil()` to delay it.
 * @fires {AskedForEvent} codat-asked-for - A person's platform isn't listed; `query` is the search term, which may be empty.
 * @fires {SteppedEvent} codat-stepped - A person made one step of the journey, for analytics. It has no personal data and no typed text.
 * @fires {FailedEvent} codat-failed - Loading data or an action failed; `error` says why.
 * @csspart base - The container of the element's content.
 * @csspart heading - A heading: the element's own, a panel's or a dialog's.
 * @csspart intro - The sentences under the heading.
 * @csspart search - The search field with its label and the number of results.
 * @csspart group - A group of platforms or share links, with its title.
 * @csspart group-title - The title of a group.
 * @csspart tiles - The grid of tiles in a group.
 * @csspart tile - The button of one platform.
 * @csspart tile-text - The platform's name and its status, in the tile of one that is connected or begun.
 * @csspart name - The name of a platform; in a list of connections, followed by the organisation's.
 * @csspart organisation - The name of the organisation at the platform.
 * @csspart status - The status of a connection: an icon and a label.
 * @csspart logo - The platform's logo on a light background; the first letter of its name if there is no image.
 * @csspart mark-text - The status in a tile: connected, not finished or failed.
 * @csspart branded - The button by which the platform's brand guidelines ask to connect it, in the step before sign-in. They forbid changing it.
 * @csspart skeleton - The placeholder of content that is still loading.
 * @csspart invalid - The validation message of the form field.
 * @csspart not-listed - The `<details>` element for people whose platform isn't listed.
 * @csspart shares - The list of share links.
 * @csspart share - One share link: its platform, its status and the button to withdraw it.
 * @csspart share-name - The name of the platform that a share link is for.
 * @csspart link - The read-only field with the URL of a share link.
 * @csspart told - The live region for the result of an action, such as copying, or for a changed status.
 * @csspart in-app - The notice in an app's built-in browser, which some platforms refuse, with ways to open the page elsewhere.
 * @csspart footer - The area under the platforms: share links, buttons for other ways to connect, and the slot `help`.
 * @csspart panel - A view with icon, heading, text and buttons: a step of the connect journey, an outcome or an error.
 * @csspart panel-heading - The heading of a panel.
 * @csspart mark - The round icon above the heading of a panel.
 * @csspart connected-row - The connection that was just linked: logo, platform, organisation and status.
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
 * @csspart actions - A row of buttons.
 * @csspart button - A button, or a link that looks like one.
 * @csspart primary - The button of the main action.
 * @csspart quiet - A button of a secondary action, which looks like a link.
 * @csspart back - The button that leads back, at the top of a panel.
 * @csspart note - A paragraph of secondary text.
 * @csspart small - Text in a smaller font size.
 * @csspart reference - The id to quote to support.
 * @cssstate loading - The platforms are loading.
 * @cssstate ready - The platforms have loaded.
 * @cssstate preparing - The person reads the requirements and the consent text before signing in.
 * @cssstate sharing - A link for the person who has the log-in is being created.
 * @cssstate shared - A link for the person who has the log-in was created, and its status is shown.
 * @cssstate creating - The connection is being created, or refetched before it is renewed.
 * @cssstate authorizing - The person is signing in at the platform.
 * @cssstate confirming - The status of the connection is being checked after sign-in.
 * @cssstate comparing - The connection was renewed for another organisation; the person decides whether to keep it.
 * @cssstate connected - The connection is linked.
 * @cssstate abandoned - The person stopped before the connection was linked.
 * @cssstate failed - Loading the platforms or connecting one failed.
 */
export class PlatformPicker extends FormAssociatedElement {
  static override styles = [FormAssociatedElement.styles, fieldStyles, logoStyles, skeletonStyles, styles];

  static override properties = {
    sourceTypes: {
      attribute: 'source-types',
      converter: sourceTypesProperty.converter,
      hasChanged: sourceTypesProperty.hasChanged,
    },
    include: platformKeysProperty,
    exclude: platformKeysProperty,
    featured: platformKeysProperty,
    sandbox: { type: Boolean },
    accept: declareKeywords(...waysToSatisfyRequired),
    consent: { type: Boolean },
    isNotListed: { state: true },
    opens: declareKeyword(...waysToOpen),
    platform: {},
    // It isn't rendered, and frameworks pass a new function with each render.
    openLink: { attribute: false, hasChanged: () => false },
  };

  /** The source types to show, such as `Accounting Banking`. If empty, all but `BankFeed`. */
  sourceTypes: readonly SourceType[] = [];

  /** Codat's keys of the only platforms to show, such as `gbol` for Xero; all if empty. */
  include: readonly string[] = [];

  /** Codat's keys of platforms to hide. */
  exclude: readonly string[] = [];

  /** Codat's keys of the platforms to show first, instead of the most used ones. */
  featured: readonly string[] = [];

  /** Whether to show Codat's test platforms too. */
  sandbox = false;

  /** Alternatives to a connection that satisfy `required`: `shared`, a link for someone else; `not-listed`, the statement that the platform isn't listed. */
  accept: readonly AcceptKeyword[] = [];

  /** Whether consent is required before a platform is connected. The text comes from the gateway's setting `consents`. */
  consent = false;

  /** How the sign-in page opens: `popup`, `new-tab`, `same-tab`, or `auto`: in this tab on phones and in apps, else in a window. */
  opens: WayToOpen = 'auto';

  /** Codat's key of the only platform to show. Its requirements open by themselves; sign-in needs a click. */
  platform = '';

  /** Opens the sign-in page in the host's own way, such as in a web view. It is called with the gateway's URL, valid for ten minutes. */
  openLink: ((url: string) => void) | undefined;

  private isNotListed = false;

  /** `filter` is a `HostFilter` as JSON, since `memoizeLast` compares arguments by `===`. */
  readonly #filter = memoizeLast((all: readonly Platform[], filter: string) =>
    filterAndSortPlatforms(all, JSON.parse(filter) as HostFilter),
  );
  readonly #search = new PlatformSearchState(() => this.requestUpdate());
  readonly #tiles = new ShownPlatformTiles(this, loadJourneyView);
  readonly #localize = new LocalizeController(this, english);
  readonly #platforms = new QuerySubscriptionController(this, () => this.activeSession?.platforms);
  readonly #connections = new QuerySubscriptionController(this, () => this.activeSession?.connections);
  readonly #connect = new JourneyController(this, {
    session: () => this.activeSession,
    load: loadJourneyView,
    hasLoaded: () => this.#platforms.status !== 'loading',
    openingText: (platform) => this.#localize.messages.common.opening(platform),
    consent: () => this.consent,
    opens: () => this.opens,
    openLink: () => this.openLink,
    offers: (platformKey) => this.#filteredPlatforms.some(({ key }) => key === platformKey),
  });
  readonly #shareLinks = new SubscriptionController(this, () => this.#connect.source?.shareLinks);
  readonly #focus = new FocusController(
    this,
    () => this.#connect.viewName,
    () => this.#tiles.tileOf(this.#chosenKey),
  );
  /** The platform that was chosen last, to whose tile focus returns. */
  #chosenKey = '';

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
    const shownTypes = sourceTypesOrDefault(this.sourceTypes);
    return (this.#connections.latest ?? [])
      .filter(({ status, sourceType }) => status === 'Linked' && shownTypes.includes(sourceType))
      .map(({ id }) => id);
  }

  protected get loaded(): boolean {
    return this.#connections.latest !== undefined;
  }

  protected get isSatisfied(): boolean {
    return (
      this.values.length > 0 ||
      // Until the view has loaded, neither share links nor 'My platform isn't listed' are shown.
      this.#connect.view?.isRequiredMetByShareLinkOrNotListed(this.accept, {
        shareLinks: this.#latestShareLinks,
        platforms: this.#filteredPlatforms,
        isNotListed: this.isNotListed,
      }) === true
    );
  }

  protected get requiredMessage(): string {
    return this.#localize.messages.platformPicker.required(this.sourceTypes);
  }

  /** Reports the picker's first view, and opens the notes of a preselected platform. Both need data that the controllers get only during an update. */
  protected override updated(): void {
    if (this.#connect.view ?? this.#platforms.status !== 'loading') reportViewed(this);
    const { source, state } = this.#connect;
    if ('platform' in state) this.#chosenKey = state.platform.key;
    const isElsewhere =
      state.at === 'choosing' && source?.state.at !== 'choosing' && !source?.isReplaceableBy(this);
    if (!this.platform || isElsewhere) return;
    this.#connect.view?.openNotesOfPreselectedPlatform(this, this.#filteredPlatforms[0], {
      connections: this.#connections.latest,
      journey: this.#connect,
    });
  }

  protected override render(): TemplateResult {
    return html`
      <fieldset role="presentation" ?disabled=${this.disabled || this.fieldsetDisabled}>
        <div part="base">
          ${this.#renderView()}
          <p part="invalid" data-tone="danger" role="alert" ?hidden=${!this.field.visibleError}>
            ${icons.alert} ${this.field.visibleError}
          </p>
        </div>
      </fieldset>
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
        backLabel: this.platform ? 'away' : 'platforms',
        next: html`<slot name="next"></slot>`,
      }) ?? this.#renderChoice()
    );
  }

  #renderChoice(): TemplateResult {
    const { heading } = this.#localize.messages.platformPicker;
    const { view, state } = this.#connect;
    const { before, after, intro } =
      view?.renderContentAroundPlatforms(state, {
        lang: this.#localize.lang,
        lender: this.lender,
        actions: this.#connect,
        reads: this.activeSession?.reads,
        sourceTypes: sourceTypesOrDefault(this.sourceTypes),
        shareLinks: this.#latestShareLinks,
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
        <slot name="intro"><p part="intro">${intro}</p></slot>
      </div>
      ${before}
      ${this.#platforms.render({
        loading: () =>
          renderSkeleton(skeletonCountsOf(this, this.featured), this.#localize.messages.common.loading),
        ready: () =>
          renderPlatformList(this.#filteredPlatforms, {
            messages: this.#localize.messages,
            featured: this.featured,
            connections: this.#connections.latest ?? [],
            tiles: this.#tiles,
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
    if (view) return view.renderLoadFailurePanel(error, { lang, level: this.headingLevel + 1, retry });
    return renderShortLoadFailure(messages.common, { retry, reload });
  }

  readonly #onNotListedToggle = (isNotListed: boolean): void => {
    this.isNotListed = isNotListed;
    if (isNotListed) reportNotListed(this, this.#search.query);
  };

  readonly #onSearched = (query: string, found: number): void => reportSearch(this, query, found > 0);

  readonly #onChoose = (platform: Platform): void => {
    dispatchSteppedEvent(this, 'chosen', platform);
    this.#connect.connect(createConnectRequest(platform, this.#connections.latest ?? []));
  };

  /** The links made for other people. */
  get #latestShareLinks(): readonly ShareLink[] {
    return latestValue(this.#shareLinks.source?.resource) ?? [];
  }

  get #filteredPlatforms(): readonly Platform[] {
    const { sourceTypes, include, exclude, sandbox, platform } = this;
    const filter = JSON.stringify({ sourceTypes, include, exclude, sandbox, platform });
    return this.#filter(this.#platforms.latest ?? [], filter);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'platform-picker': PlatformPicker;
  }
}
