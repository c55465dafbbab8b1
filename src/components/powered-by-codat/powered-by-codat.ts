import { html, LitElement, type TemplateResult } from 'lit';
import { LocalizeController } from '../../controllers/localize.js';
import { poweredByCodat } from '../../i18n/locales/en/powered-by-codat.js';
import { baseStyles } from '../../styles/base.js';
import { tokenStyles } from '../../styles/tokens.js';
import { styles } from './styles.js';

const english = { poweredByCodat };

/**
 * Names Codat as the service that transfers the data: as text, or with Codat's logo if the host sets `src`.
 *
 * @tag powered-by-codat
 * @csspart base - The container of the element's content.
 * @csspart label - The text, shown unless there is a logo.
 * @csspart image - The logo, shown instead of the text.
 */
export class PoweredByCodat extends LitElement {
  static override styles = [tokenStyles, baseStyles, styles];

  static override properties = {
    src: {},
    href: {},
    failedSrc: { state: true },
  };

  /**
   * The URL of the logo: your copy of https://static.codat.io/public/branding/powered-by-codat.svg, or that URL. If it is
   * empty or fails to load, the text is shown. Nothing is loaded from another site unless you set this property.
   */
  src = '';

  /** The URL that the logo or the text links to; no link if empty. */
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
