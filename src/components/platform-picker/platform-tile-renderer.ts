import { html, render, type TemplateResult } from 'lit';
import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { Messages } from '../../i18n/messages.js';
import { createHtmlElement } from '../create-html-element.js';
import { icons } from '../icons.js';
import { LogoRenderer } from '../logo-renderer.js';

export interface TileContent {
  readonly platform: Platform;
  readonly connection: Connection | undefined;
  readonly messages: Messages['platformPicker'];
}

/** Renders the list item of a platform, with its button. It uses no template, since Lit's would add comment nodes to each tile. */
export class PlatformTileRenderer {
  readonly #logo = new LogoRenderer();
  readonly #name = createHtmlElement('span', { part: 'name', dir: 'auto' });
  /** The name and the status of the connection, if there is one. */
  #text: HTMLElement | undefined;
  readonly button = createHtmlElement(
    'button',
    { part: 'tile', type: 'button' },
    this.#logo.element,
    this.#name,
  );
  readonly element = createHtmlElement('li', {}, this.button);
  #shown: TileContent | undefined;

  get platform(): Platform | undefined {
    return this.#shown?.platform;
  }

  /** Changes only what differs: the browser computes an element's style again even when it is assigned an equal value. */
  update(content: TileContent): void {
    const shown = this.#shown;
    const { platform, connection, messages } = content;
    const { name, logo } = platform;
    this.#shown = content;
    if (shown?.platform.name !== name) this.#name.textContent = name;
    if (shown?.platform !== platform) this.#logo.show(name, logo);
    if (shown?.connection !== connection || shown?.messages !== messages)
      this.#showStatus(connection && renderStatus(connection, messages));
  }

  #showStatus(status: TemplateResult | undefined): void {
    if (status) {
      this.#text ??= createHtmlElement('span', { part: 'tile-text' });
      this.#text.prepend(this.#name);
      render(status, this.#text);
    }
    const text = status ? this.#text : this.#name;
    if (text && text.parentElement !== this.button) this.button.replaceChildren(this.#logo.element, text);
  }
}

const iconAndToneByMark = {
  connected: ['check', 'success'],
  pending: ['clock', 'warning'],
  failed: ['alert', 'danger'],
} as const;

function renderStatus({ status, errors }: Connection, messages: TileContent['messages']): TemplateResult {
  const markUntilLinked = errors.length > 0 ? 'failed' : 'pending';
  const mark = status === 'Linked' ? 'connected' : markUntilLinked;
  const [icon, tone] = iconAndToneByMark[mark];
  return html`<span part="mark-text" data-tone=${tone}>${icons[icon]}${messages.marks[mark]}</span>`;
}
