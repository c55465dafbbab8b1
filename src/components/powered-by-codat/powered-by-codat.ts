import { html, LitElement, type TemplateResult } from 'lit';
import { LocalizeController } from '../../controllers/localize.js';
import { poweredByCodat } from '../../i18n/locales/en/powered-by-codat.js';
import { base } from '../../styles/base.js';
import { tokens } from '../../styles/tokens.js';
import { styles } from './styles.js';

const english = { poweredByCodat };

/**
 * Names Codat as the service that carries the data: in words, or with Codat's logo if the host sets `src`.
 *
 * @tag powered-by-codat
 * @csspart base - everything, in one box
 * @csspart label - the words
 * @csspart image - the logo instead of them
 */
export class PoweredByCodat extends LitElement {
  static override styles = [tokens, base, styles];

  static override properties = {
    src: {},
    href: {},
    failedSrc: { state: true },
  };

  /**
   * The URL of the logo: your copy of https://static.codat.io/public/branding/powered-by-codat.svg, or that URL. Without
   * it, or if it fails to load, the words show: nothing is loaded from elsewhere unless you set it.
   */
  src = '';

  /** The URL that the logo or the words link to; no link if empty. */
  href = '';

  private failedSrc = '';

  readonly #localize = new LocalizeController(this, english);
  protected override render(): TemplateResult {
    const content = this.#renderLabel();
    return html`
      <div part="base">
        ${this.href ? html`<a href=${this.href} target="_blank" rel="noopener">${content}</a>` : content}
      </div>
    `;
  }

  #renderLabel(): TemplateResult {
    const { label } = this.#localize.messages.poweredByCodat;
    return this.src && this.src !== this.failedSrc
      ? html`<img part="image" src=${this.src} alt=${label} @error=${this.#onError} />`
      : html`<span part="label">${label}</span>`;
  }

  readonly #onError = (): void => {
    this.failedSrc = this.src;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'powered-by-codat': PoweredByCodat;
  }
}
