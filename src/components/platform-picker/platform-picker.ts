import { html, nothing, type TemplateResult } from 'lit';
import type { CodatError } from '../../api/errors.js';
import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import { ConnectController, type Opens } from '../../controllers/connect.js';
import { FormController } from '../../controllers/form.js';
import { QueryController } from '../../controllers/query.js';
import { AskedForEvent } from '../../events.js';
import { SceneController } from '../../controllers/scene.js';
import { LocalizeController } from '../../controllers/localize.js';
import { common } from '../../i18n/locales/en/common.js';
import { errors } from '../../i18n/locales/en/errors.js';
import { platformPicker } from '../../i18n/locales/en/platform-picker.js';
import { sourceTypes } from '../../i18n/locales/en/source-types.js';
import { base } from '../../styles/base.js';
import { controls } from '../../styles/controls.js';
import { logoStyles } from '../../styles/logo.js';
import { panelStyles } from '../../styles/panel.js';
import { tokens } from '../../styles/tokens.js';
import { CodatElement } from '../codat-element.js';
import { failure } from '../failure.js';
import { icons } from '../icons.js';
import { panel } from '../panel.js';
import { accountingSource, groupsOf, many, pickable, standing, wantedOf, type Group } from './grouping.js';
import { matches } from './matching.js';
import { keys } from '../keys.js';
import { styles } from './styles.js';
import { tile } from './tile.js';

/** A platform that can't be connected beside the one there is. */
interface Instead {
  readonly platform: Platform;
  readonly replaces: Connection;
}

type Rank = (typeof import('./search.js'))['rank'];

const english = { common, errors, platformPicker, sourceTypes };

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
 * @fires {StartedEvent} codat-started - there is a connection, and the person is on the way to sign in
 * @fires {ConnectedEvent} codat-connected
 * @fires {AbandonedEvent} codat-abandoned
 * @fires {LeavingEvent} codat-leaving - this tab is about to go to the sign-in page; hand over what to wait for
 * @fires {AskedForEvent} codat-asked-for - a person looked for a platform that isn't there
 * @fires {FailedEvent} codat-failed
 * @csspart heading · search · group · group-title · tiles · tile · logo · panel · panel-heading · button · primary
 */
export class PlatformPicker extends CodatElement {
  static readonly formAssociated = true;

  static override shadowRootOptions: ShadowRootInit = {
    ...CodatElement.shadowRootOptions,
    delegatesFocus: true,
  };

  static override styles = [tokens, base, controls, logoStyles, panelStyles, styles];

  static override properties = {
    sourceTypes: { attribute: 'source-types', converter: keys },
    include: { converter: keys },
    exclude: { converter: keys },
    featured: { converter: keys },
    sandbox: { type: Boolean },
    name: {},
    required: { type: Boolean },
    disabled: { type: Boolean, reflect: true },
    barred: { state: true },
    query: { state: true },
    opens: {},
    platform: {},
    openLink: { attribute: false },
    instead: { state: true },
    rank: { state: true },
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

  /** The name its value goes by in a form: the ids of the linked connections of its kinds, an entry each. */
  name = '';

  /** Whether the form around it can't be sent before something of its kinds is connected. */
  required = false;

  /** How the sign-in page opens: `popup`, `new-tab`, `same-tab`, or as fits the device. */
  opens: Opens = 'auto';

  /** The key of the one platform to connect: there is nothing to search then. */
  platform = '';

  /** Opens the sign-in page in the host's own way, such as a web view's. It gets the gateway's link, good for ten minutes. */
  openLink: ((url: string) => void) | undefined;

  /** Whether nothing can be picked. */
  disabled = false;

  /** Whether the fieldset around it is disabled. */
  private barred = false;
  private query = '';
  private instead: Instead | undefined;
  private rank: Rank | undefined;

  readonly #say = new LocalizeController(this, english);
  readonly #platforms = new QueryController(this, () => this.current?.platforms);
  readonly #connections = new QueryController(this, () => this.current?.connections);
  readonly #connect = new ConnectController(this, {
    session: () => this.current,
    load: () => import('../journey.js'),
    opening: (platform) => this.#say.words.common.opening(platform),
    opens: () => this.opens,
    openLink: () => this.openLink,
  });
  readonly #form = new FormController(this, () => ({
    name: this.name,
    values: this.#linked.map(({ id }) => id),
    missing:
      this.required && this.#linked.length === 0
        ? this.#say.words.platformPicker.required(this.sourceTypes)
        : '',
    anchor: this.renderRoot.querySelector<HTMLElement>('input, button, a'),
  }));
  readonly #scene = new SceneController(this, () => this.instead?.platform.key ?? this.#connect.scene);

  /** The form it belongs to, if any. */
  get form(): HTMLFormElement | null {
    return this.#form.internals.form;
  }

  get validity(): ValidityState {
    return this.#form.internals.validity;
  }

  get validationMessage(): string {
    return this.#form.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.#form.internals.willValidate;
  }

  checkValidity(): boolean {
    return this.#form.internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#form.internals.reportValidity();
  }

  /** The browser's: the form was reset. What a person was choosing is forgotten, what they connected stays. */
  formResetCallback(): void {
    this.query = '';
    this.instead = undefined;
    this.#form.reset();
    this.#connect.reset();
  }

  /** The browser's: the fieldset around it was disabled or enabled. */
  formDisabledCallback(disabled: boolean): void {
    this.barred = disabled;
  }

  protected override render(): TemplateResult {
    return html`
      <div part="base">
        ${this.#renderScene()}
        <p part="invalid" role="alert" ?hidden=${!this.#form.complaint}>
          ${icons.alert} ${this.#form.complaint}
        </p>
      </div>
    `;
  }

  #renderScene(): TemplateResult {
    const { state, panel, problem } = this.#connect;
    if (problem) return this.#renderFailure(problem, this.#connect.reset);
    if (panel && state.at !== 'choosing')
      return panel(state, {
        lang: this.#say.lang,
        level: this.headingLevel,
        lender: this.lender,
        companyId: this.current?.companyId,
        wishes: this.#connect,
        leave: 'platforms',
        next: html`<slot name="next"></slot>`,
      });
    return this.instead ? this.#renderInstead(this.instead) : this.#renderChoice();
  }

  #renderInstead({ platform, replaces }: Instead): TemplateResult {
    const { alreadyConnected, replace, back } = this.#say.words.platformPicker;
    const other = platform.key !== replaces.platformKey && replaces.can.includes('disconnect');
    return panel({
      says: alreadyConnected(replaces.platformName),
      level: this.headingLevel,
      mark: { icon: 'check', tone: 'success' },
      actions: html`
        ${
          other
            ? html`<button part="button" @click=${this.#onReplace}>
                ${replace(replaces.platformName, platform.name)}
              </button>`
            : nothing
        }
        <button part="button quiet" @click=${this.#onBack}>${back}</button>
      `,
    });
  }

  #renderChoice(): TemplateResult {
    const { heading, intro } = this.#say.words.platformPicker;
    return html`
      <div>
        <slot name="heading">
          <div part="heading" role="heading" aria-level=${this.headingLevel}>
            ${heading(this.sourceTypes)}
          </div>
        </slot>
        <slot name="intro"><p part="intro">${intro(this.lender)}</p></slot>
      </div>
      ${this.#platforms.render({
        loading: () => this.#renderSkeleton(),
        ready: (platforms) => this.#renderPlatforms(wantedOf(platforms, this)),
        failed: (error) => this.#renderFailure(error, () => this.#platforms.refresh()),
      })}
      <div part="footer"><slot name="not-listed"></slot><slot name="help"></slot></div>
    `;
  }

  #renderFailure(error: CodatError, retry: () => void): TemplateResult {
    return failure(error, { words: this.#say.words, level: this.headingLevel + 1, retry });
  }

  #renderSkeleton(): TemplateResult {
    return html`
      <div part="tiles" role="status" aria-label=${this.#say.words.common.loading}>
        ${Array.from({ length: 6 }, () => html`<div part="skeleton"></div>`)}
      </div>
    `;
  }

  #renderPlatforms(platforms: readonly Platform[]): TemplateResult {
    const { none, noneFor } = this.#say.words.platformPicker;
    if (platforms.length === 0) return html`<p part="note">${none}</p>`;
    const found = this.#found(platforms);
    return html`
      ${platforms.length >= many ? this.#renderSearch(found.length) : nothing}
      ${groupsOf(platforms, this.featured).map((group) => this.#renderGroup(group, new Set(found)))}
      <p part="note" ?hidden=${found.length > 0}>${noneFor(this.query)}</p>
    `;
  }

  #renderSearch(found: number): TemplateResult {
    const { search, results } = this.#say.words.platformPicker;
    return html`
      <div part="search" role="search">
        <label for="search">${search}</label>
        <span part="small" role="status">${results(found)}</span>
        <input
          id="search"
          type="search"
          autocomplete="off"
          spellcheck="false"
          .value=${this.query}
          @focus=${this.#onFocus}
          @input=${this.#onInput}
          @change=${this.#onChange}
        />
      </div>
    `;
  }

  /** What wasn't found is hidden, not removed, so that nothing is drawn anew while a person types. */
  #renderGroup({ title, platforms }: Group, found: ReadonlySet<Platform>): TemplateResult {
    const { platformPicker, sourceTypes } = this.#say.words;
    const name = title === 'mostUsed' ? platformPicker.mostUsed : sourceTypes[title];
    return html`
      <div
        part="group"
        role="group"
        aria-label=${name}
        ?hidden=${!platforms.some((platform) => found.has(platform))}
      >
        <div part="group-title" aria-hidden="true">${name}</div>
        <ul part="tiles">
          ${platforms.map((platform) => html`<li ?hidden=${!found.has(platform)}>${this.#renderTile(platform)}</li>`)}
        </ul>
      </div>
    `;
  }

  #renderTile(platform: Platform): TemplateResult {
    return tile(platform, {
      standing: standing(this.#connections.latest ?? [], platform.key),
      words: this.#say.words.platformPicker,
      disabled: this.disabled || this.barred,
      choose: () => this.#onChoose(platform),
    });
  }

  get #linked(): Connection[] {
    const types: readonly string[] = this.sourceTypes.length > 0 ? this.sourceTypes : pickable;
    return (this.#connections.latest ?? []).filter(
      ({ status, sourceType }) => status === 'Linked' && types.includes(sourceType),
    );
  }

  #onInput({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.query = target.value;
  }

  #onFocus(): void {
    // Until it is there, or if it can't be had, plain matching does.
    import('./search.js').then(
      ({ rank }) => (this.rank = rank),
      () => undefined,
    );
  }

  #onChange(): void {
    const found = this.#found(wantedOf(this.#platforms.latest ?? [], this));
    if (this.query && found.length === 0) this.dispatchEvent(new AskedForEvent(this.query));
  }

  #onChoose(platform: Platform): void {
    const connections = this.#connections.latest ?? [];
    const pending = standing(connections, platform.key);
    const replaces = platform.sourceType === 'Accounting' ? accountingSource(connections) : undefined;
    if (replaces) this.instead = { platform, replaces };
    else
      this.#connect.connect({
        platform,
        ...(pending?.status === 'PendingAuth' && { connection: pending }),
      });
  }

  #onReplace(): void {
    const wish = this.instead;
    this.instead = undefined;
    if (wish) this.#connect.connect(wish);
  }

  #onBack(): void {
    this.instead = undefined;
  }

  #found(platforms: readonly Platform[]): readonly Platform[] {
    return this.query && this.rank
      ? this.rank(this.query, platforms)
      : platforms.filter(({ name }) => matches(this.query, name));
  }
}
