import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { inLanguage, nearestLang, whenRegistered, type PartialMessages } from '../i18n/register.js';

/** The words and the language of an element, looked up at each render, so that a language can change. */
export class LocalizeController<Words extends PartialMessages> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #english: Words;
  #leave: (() => void) | undefined;

  /** `english` holds the groups the element speaks with; an element brings no others. */
  constructor(host: ReactiveControllerHost & HTMLElement, english: Words) {
    this.#host = host;
    this.#english = english;
    host.addController(this);
  }

  /** A language tag that `Intl` takes; an odd `lang` on the page counts as English. */
  get lang(): string {
    try {
      return Intl.getCanonicalLocales(nearestLang(this.#host))[0] ?? 'en';
    } catch {
      return 'en';
    }
  }

  get words(): Words {
    return inLanguage(this.#english, this.lang);
  }

  hostConnected(): void {
    this.#leave = whenRegistered(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#leave?.();
  }
}
