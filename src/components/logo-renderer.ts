import { createHtmlElement } from './create-html-element.js';

/** Renders a platform's logo, or the first letter of its name if there is no image or it fails to load. Hidden from screen readers, since the name is beside it. */
export class LogoRenderer {
  readonly #image = createHtmlElement('img', { alt: '', loading: 'lazy', decoding: 'async' });
  readonly element = createHtmlElement(
    'span',
    { part: 'logo', 'aria-hidden': 'true', class: 'plain' },
    this.#image,
  );

  constructor() {
    for (const type of ['load', 'error'])
      this.#image.addEventListener(type, () => this.element.classList.toggle('plain', type === 'error'));
  }

  /** Sets the letter and the image. Changes only what differs, since assigning even an equal `src` loads the image again. */
  show(name: string, url: string | undefined): HTMLElement {
    const initial = Array.from(name.toUpperCase())[0] ?? '';
    if (this.element.dataset['initial'] !== initial) this.element.dataset['initial'] = initial;
    if (this.#image.getAttribute('src') !== (url ?? null)) {
      this.element.classList.toggle('plain', !url);
      if (url) this.#image.src = url;
      else this.#image.removeAttribute('src');
    }
    return this.element;
  }
}
