import type { LitElement, ReactiveController } from 'lit';
import { localizedElements } from '../i18n/localization-state.js';
import {
  localizeMessages,
  nearestLang,
  rightToLeftLangPattern,
  resolveLocaleAndStartLoading,
} from '../i18n/localize-messages.js';
import type { PartialMessages } from '../i18n/messages.js';

/** Provides an element's messages and their language. Both are resolved at each render, since the page's `lang` can change. */
export class LocalizeController<Groups extends PartialMessages> implements ReactiveController {
  readonly #host: LitElement;
  readonly #english: Groups;

  /** `english` holds the message groups the element uses, so that only those are bundled with it. */
  constructor(host: LitElement, english: Groups) {
    this.#host = host;
    this.#english = english;
    host.addController(this);
  }

  /** The language of the messages, a tag that `Intl` takes: the page's if we have a translation, else English. */
  get lang(): string {
    try {
      return resolveLocaleAndStartLoading(Intl.getCanonicalLocales(nearestLang(this.#host))[0] ?? '');
    } catch {
      return 'en';
    }
  }

  get messages(): Groups {
    return localizeMessages(this.#english, this.lang);
  }

  hostConnected(): void {
    localizedElements.add(this.#host);
  }

  /** Sets `lang` on the rendered content, and `dir` where it may differ from the page's, since a translation may be missing. */
  hostUpdated(): void {
    const { lang } = this;
    const dirUnlessRtl = rightToLeftLangPattern.test(nearestLang(this.#host)) ? 'ltr' : '';
    const dir = rightToLeftLangPattern.test(lang) ? 'rtl' : dirUnlessRtl;
    for (const child of this.#host.renderRoot.children as Iterable<HTMLElement>) {
      if (child.lang !== lang) child.lang = lang;
      if (child.dir !== dir) child.dir = dir;
    }
  }

  hostDisconnected(): void {
    localizedElements.delete(this.#host);
  }
}
