import { LitElement, css, html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

/** What a platform picker needs at least of Codat's platforms. */
interface Listed {
  readonly key: string;
  readonly name: string;
  readonly logoUrl?: string;
}

const list = fetch('/codat/platforms').then(
  async (answer) => ((await answer.json()) as { results: Listed[] }).results,
);

const rowHeight = 72;
const tileWidth = 248;
/** How many rows are drawn beyond those in view, so that scrolling shows no gap. */
const spareRows = 3;

// White space would be nodes.
// prettier-ignore
const tile = ({ name, logoUrl }: Listed): TemplateResult =>
  html`<li><button><img src=${logoUrl ?? ''} alt="" decoding="async"><span>${name}</span></button></li>`;

/** The same tiles and search as the floor's, by nothing but Lit: only rows near the view are in the DOM. */
class LitPicker extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    input {
      inline-size: 100%;
      max-inline-size: 24em;
      box-sizing: border-box;
      padding: 0.6em 0.75em;
      font: inherit;
    }
    .scroller {
      block-size: 40em;
      margin-block-start: 1em;
      overflow: auto;
    }
    .all {
      position: relative;
    }
    ul {
      position: absolute;
      inset: 0 0 auto;
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(15em, 1fr));
      grid-auto-rows: 4em;
      gap: 0.5em;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    button {
      display: flex;
      align-items: center;
      gap: 0.75em;
      inline-size: 100%;
      block-size: 100%;
      padding: 0.5em 0.75em;
      border: 1px solid #bbb;
      border-radius: 8px;
      background: none;
      font: inherit;
      text-align: start;
    }
    img {
      inline-size: 2.5em;
      block-size: 2.5em;
    }
  `;

  static override properties = {
    platforms: { state: true },
    query: { state: true },
    firstRow: { state: true },
    columns: { state: true },
  };

  private platforms: readonly Listed[] = [];
  private query = '';
  private firstRow = 0;
  private columns = 1;

  override connectedCallback(): void {
    super.connectedCallback();
    void list.then((platforms) => (this.platforms = platforms));
  }

  protected override willUpdate(): void {
    this.columns = Math.max(1, Math.floor((this.clientWidth + 8) / tileWidth));
  }

  protected override render(): TemplateResult {
    const found = this.platforms.filter(({ name }) => name.toLowerCase().includes(this.query));
    const rows = Math.ceil(found.length / this.columns);
    const from = Math.max(0, this.firstRow - spareRows);
    const to = this.firstRow + Math.ceil(640 / rowHeight) + spareRows;
    return html`
      <input type="search" aria-label="Search platforms" autocomplete="off" @input=${this.#onInput} />
      <div class="scroller" @scroll=${this.#onScroll}>
        <div class="all" style="block-size: ${rows * rowHeight}px">
          <ul style="transform: translateY(${from * rowHeight}px)">
            ${repeat(found.slice(from * this.columns, to * this.columns), ({ key }) => key, tile)}
          </ul>
        </div>
      </div>
    `;
  }

  readonly #onInput = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    this.query = target.value.toLowerCase();
    this.firstRow = 0;
  };

  readonly #onScroll = ({ target }: Event): void => {
    if (target instanceof HTMLElement) this.firstRow = Math.floor(target.scrollTop / rowHeight);
  };
}

customElements.define('lit-picker', LitPicker);
