import { html, LitElement, type TemplateResult } from 'lit';
import { LocalizeController } from '../../controllers/localize.js';
import { poweredByCodat } from '../../i18n/locales/en/powered-by-codat.js';
import { base } from '../../styles/base.js';
import { tokens } from '../../styles/tokens.js';
import { styles } from './styles.js';

const english = { poweredByCodat };

/**
 * Says whose service carries the data: in words, or with Codat's logo where the host names one.
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
    withdrawn: { state: true },
  };

  /**
   * The logo: a copy of your own of https://static.codat.io/public/branding/powered-by-codat.svg, or that very address.
   * Without one, or when it can't be had, the words stand alone: nothing is loaded from elsewhere unasked.
   */
  src = '';

  /** Where the logo or the words lead, if anywhere. */
  href = '';

  private withdrawn = '';

  readonly #say = new LocalizeController(this, english);
  protected override render(): TemplateResult {
    const content = this.#renderLabel();
    return html`
      <div part="base">
        ${this.href ? html`<a href=${this.href} target="_blank" rel="noopener">${content}</a>` : content}
      </div>
    `;
  }

  #renderLabel(): TemplateResult {
    const { label } = this.#say.words.poweredByCodat;
    return this.src && this.src !== this.withdrawn
      ? html`<img part="image" src=${this.src} alt=${label} @error=${this.#onError} />`
      : html`<span part="label">${label}</span>`;
  }

  #onError(): void {
    this.withdrawn = this.src;
  }
}
