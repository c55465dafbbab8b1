import { createHtmlElement } from './create-html-element.js';

/** A platform's logo, decorative beside its name; its initial if there is no image, or if it fails to load. */
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

  /** Shows the first letter instead of an image that failed, and the image once another has loaded. */
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
