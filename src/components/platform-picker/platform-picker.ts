import { html, nothing, type TemplateResult } from 'lit';
import type { CodatError } from '../../api/errors.js';
import type { Platform } from '../../api/schemas/platform.js';
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
import { loadJourney } from '../journey/load-journey.js';
import { tileIcons } from '../tile-icons.js';
import { groupsOf, groupsToCome, many, pickable, wantedOf } from './grouping.js';
import { searchField } from './search-field.js';
import { Searching } from './searching.js';
import { keys, kinds, word, words } from '../keys.js';
import { styles } from './styles.js';
import { wishFor } from './wish.js';
import { skeleton, tiles } from './tiles.js';

const english = { common, platformPicker, sourceTypes };

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
    sourceTypes: { attribute: 'source-types', converter: kinds.converter, hasChanged: kinds.hasChanged },
    include: keys,
    exclude: keys,
    featured: keys,
    sandbox: { type: Boolean },
    accept: words('linked', 'shared', 'not-listed'),
    consent: { type: Boolean },
    unlisted: { state: true },
    opens: word('auto', 'popup', 'new-tab', 'same-tab'),
    platform: {},
    // Nothing of it is drawn, and frameworks hand over a new function each time they draw.
    openLink: { attribute: false, hasChanged: () => false },
  };

  /** The kinds of platform to show, such as `Accounting Banking`; all that people connect by default. */
  sourceTypes: readonly string[] = [];

  /** Keys of the only platforms to show. */
  include: readonly string[] = [];

  /** Keys of platforms not to show. */
  exclude: readonly string[] = [];

  /** Keys of the platforms to show first, instead of the most used ones. */
  featured: readonly string[] = [];

  /** Shows platforms for trying things out as well. */
  sandbox = false;

  /** What meets `required` beside a connection: `shared`, a link for someone else; `not-listed`, that the platform isn't here. */
  accept: readonly string[] = [];

  /** Asks for the consent that the gateway's `consents` word, before a platform is connected. */
  consent = false;

  /** How the sign-in page opens: `popup`, `new-tab`, `same-tab`, or as fits the device. */
  opens: Opens = 'auto';

  /** The key of the one platform to connect: it is gone straight to, as far as a person can without a click. */
  platform = '';

  /** Opens the sign-in page in the host's own way, such as a web view's. It gets the gateway's link, good for ten minutes. */
  openLink: ((url: string) => void) | undefined;

  private unlisted = false;

  readonly #search = new Searching(() => this.requestUpdate());
  readonly #say = new LocalizeController(this, english);
  readonly #platforms = new QueryController(this, () => this.current?.platforms);
  readonly #connections = new QueryController(this, () => this.current?.connections);
  readonly #connect = new ConnectController(this, {
    session: () => this.current,
    load: loadJourney,
    onLoad: ({ step }) => step(this, 'viewed'),
    openingText: (platform) => this.#say.words.common.opening(platform),
    consent: () => this.consent,
    opens: () => this.opens,
    openLink: () => this.openLink,
  });
  readonly #shares = new WatchController(this, () => this.#connect.source?.shareLinks);
  readonly #scene = new FocusController(this, () => this.#connect.view);

  protected get situation(): string {
    return this.#connect.customState ?? this.#platforms.status;
  }

  /** What a person was choosing is forgotten, what they connected stays. */
  override formResetCallback(): void {
    super.formResetCallback();
    this.#search.type('');
    this.unlisted = false;
    this.#connect.reset();
  }

  protected get values(): readonly string[] {
    const types: readonly string[] = this.sourceTypes.length > 0 ? this.sourceTypes : pickable;
    return (this.#connections.latest ?? [])
      .filter(({ status, sourceType }) => status === 'Linked' && types.includes(sourceType))
      .map(({ id }) => id);
  }

  protected get settled(): boolean {
    return this.#connections.latest !== undefined;
  }

  protected get met(): boolean {
    const { module: parts } = this.#connect;
    return this.values.length > 0 || parts?.meets(this.accept, this.#beside) === true;
  }

  protected get missing(): string {
    return this.#say.words.platformPicker.required(this.sourceTypes);
  }

  protected override updated(): void {
    const { module: parts, source } = this.#connect;
    const underWay = this.#connect.state.at !== 'choosing';
    if (!this.platform || (!underWay && source?.state.at !== 'choosing')) return;
    parts?.goStraight(this, this.#wanted[0], {
      connections: this.#connections.latest,
      underWay,
      go: (wish) => this.#connect.preselect(wish),
    });
  }

  protected override render(): TemplateResult {
    return html`
      <div part="base">
        ${this.#renderScene()}
        <p part="invalid" data-tone="danger" role="alert" ?hidden=${!this.field.visibleError}>
          ${tileIcons.alert} ${this.field.visibleError}
        </p>
      </div>
    `;
  }

  #renderScene(): TemplateResult {
    const { state, module: parts, loadError: problem } = this.#connect;
    if (problem) return this.#renderFailure(problem, this.#connect.retry);
    if (parts && state.at !== 'choosing')
      return parts.journeyPanel(state, {
        lang: this.#say.lang,
        level: this.headingLevel,
        lender: this.lender,
        companyId: this.current?.companyId,
        wishes: this.#connect,
        leave: this.platform ? 'away' : 'platforms',
        next: html`<slot name="next"></slot>`,
      });
    return this.#renderChoice();
  }

  #renderChoice(): TemplateResult {
    const { heading, intro } = this.#say.words.platformPicker;
    const { module: parts, state } = this.#connect;
    const { before, after } = parts?.aroundPlatforms(state, this.#beside) ?? {};
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
        loading: () => skeleton(groupsToCome(this, this.featured), this.#say.words.common.loading),
        ready: (platforms) => this.#renderPlatforms(wantedOf(platforms, this)),
        failed: (error) => this.#renderFailure(error, () => this.#platforms.refresh()),
      })}
      <div part="footer">${after ?? html`<slot name="not-listed"></slot>`}<slot name="help"></slot></div>
    `;
  }

  /** What there is beside the platforms, for those who can't simply pick one. */
  get #beside() {
    const { source } = this.#shares;
    return {
      lang: this.#say.lang,
      lender: this.lender,
      wishes: this.#connect,
      shares: (source && latest(source.resource)) ?? [],
      platforms: this.#wanted,
      query: this.#search.query,
      unlisted: this.unlisted,
      picker: this,
      onUnlisted: (unlisted: boolean) => (this.unlisted = unlisted),
    };
  }

  /** What went wrong in full, once there are words for it. */
  #renderFailure(error: CodatError, retry: () => void): TemplateResult {
    const { lang, words } = this.#say;
    const { module: parts, reload } = this.#connect;
    if (parts) return parts.failure(error, { lang, level: this.headingLevel + 1, retry });
    return html`
      <p part="note" role="alert">${words.common.away}</p>
      <div part="actions">
        <button part="button" @click=${retry}>${words.common.tryAgain}</button>
        ${reload ? html`<button part="button" @click=${reload}>${words.common.reload}</button>` : nothing}
      </div>
    `;
  }

  #renderPlatforms(platforms: readonly Platform[]): TemplateResult {
    const { words } = this.#say;
    if (platforms.length === 0) return html`<p part="note">${words.platformPicker.none}</p>`;
    const found = this.#search.found(platforms);
    return html`
      ${
        platforms.length >= many
          ? searchField(found.length, {
              words: words.platformPicker,
              query: this.#search.query,
              focused: this.#search.focus,
              typed: this.#search.type,
              left: this.#onLeave,
            })
          : nothing
      }
      ${groupsOf(platforms, this.featured).map((group) =>
        tiles(group, {
          found: new Set(found),
          connections: this.#connections.latest ?? [],
          words,
          disabled: this.disabled || this.barred,
          choose: (platform) => this.#onChoose(platform),
        }),
      )}
      <p part="note" ?hidden=${found.length > 0}>${words.platformPicker.noneFor(this.#search.query)}</p>
    `;
  }

  readonly #onLeave = (): void => {
    const { query } = this.#search;
    const found = this.#search.found(this.#wanted).length > 0;
    if (query) this.#connect.withModule(({ searched }) => searched(this, query, found));
  };

  #onChoose(platform: Platform): void {
    this.#connect.withModule(({ step }) => step(this, 'chosen', platform));
    this.#connect.connect(wishFor(platform, this.#connections.latest ?? []));
  }

  get #wanted(): Platform[] {
    return wantedOf(this.#platforms.latest ?? [], this);
  }
}
