import type { LitElement, ReactiveController } from 'lit';
import {
  inLanguage,
  nearestLang,
  rightToLeft,
  speakers,
  spoken,
  type PartialMessages,
} from '../i18n/register.js';

/** The words and the language of an element, looked up at each render, so that a language can change. */
export class LocalizeController<Words extends PartialMessages> implements ReactiveController {
  readonly #host: LitElement;
  readonly #english: Words;

  /** `english` holds the groups the element speaks with; an element brings no others. */
  constructor(host: LitElement, english: Words) {
    this.#host = host;
    this.#english = english;
    host.addController(this);
  }

  /** The language it speaks, a tag that `Intl` takes: the page's if there are words of it, else English. */
  get lang(): string {
    try {
      return spoken(Intl.getCanonicalLocales(nearestLang(this.#host))[0] ?? '');
    } catch {
      return 'en';
    }
  }

  get words(): Words {
    return inLanguage(this.#english, this.lang);
  }

  hostConnected(): void {
    speakers.add(this.#host);
  }

  /** What is drawn says its language itself, and its direction where that need not be the page's. */
  hostUpdated(): void {
    const { lang } = this;
    const [here, around] = [lang, nearestLang(this.#host)].map((each) => rightToLeft.test(each));
    const dir = here ? 'rtl' : around ? 'ltr' : '';
    for (const drawn of this.#host.renderRoot.children as Iterable<HTMLElement>) {
      if (drawn.lang !== lang) drawn.lang = lang;
      if (drawn.dir !== dir) drawn.dir = dir;
    }
  }

  hostDisconnected(): void {
    speakers.delete(this.#host);
  }
}
