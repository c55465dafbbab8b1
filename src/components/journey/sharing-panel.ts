import { html, nothing, type TemplateResult } from 'lit';
import type { Share } from '../../api/schemas/share.js';
import type { StateAt } from '../../flow/connect-state.js';
import { common } from '../../i18n/locales/en/common.js';
import { preparing } from '../../i18n/locales/en/preparing.js';
import { sharing } from '../../i18n/locales/en/sharing.js';
import { inLanguage } from '../../i18n/register.js';
import { backButton } from './back-button.js';
import { copyButton } from './copy.js';
import type { JourneyFacts } from './journey-panel.js';
import { mailTo } from './mail-to.js';
import { panel } from '../panel.js';
import { sharesList } from './shares-list.js';
import { mayGo, pointAtBox, terms } from './terms.js';

const english = { common, preparing, sharing };

/** What a link for someone else does, and the way to it. */
export function delegatingPanel(state: StateAt<'preparing'>, facts: JourneyFacts): TemplateResult {
  const { lang, level, lender, wishes } = facts;
  const words = inLanguage(english, lang);
  const { sharing: say } = words;
  const { asks, platform } = state;
  const go = (event: Event): void => {
    wishes.source?.proceed(state);
    if (!mayGo(asks)) pointAtBox(event);
  };
  return panel({
    says: { title: say.heading(platform.name), advice: '' },
    level,
    content: html`
      ${say.explains(platform.name, lender).map((line) => html`<p>${line}</p>`)}
      ${terms(asks, { words, answer: (yes) => wishes.source?.answerConsent(yes) })}
    `,
    actions: html`
      <button part="button primary" aria-disabled=${asks.is === 'loading' ? 'true' : nothing} @click=${go}>
        ${say.get}
      </button>
      <button part="button" @click=${() => wishes.prepare({ platform })}>${say.myself}</button>
      ${backButton(facts)}
    `,
  });
}

/** The link to send, and what has become of it. */
export function sharedPanel(state: StateAt<'shared'>, facts: JourneyFacts): TemplateResult {
  const { lang, level, lender, wishes } = facts;
  const words = inLanguage(english, lang);
  const { sharing: say } = words;
  const { platform, share } = state;
  const works = share.status === 'open' || share.status === 'used';
  return panel({
    says: say.standings[share.status](platform.name),
    level,
    ...(share.status === 'connected' && { mark: { icon: 'check', tone: 'success' } as const }),
    content: html`
      ${works && share.url ? linkToSend(share, share.url, { lang, lender, words, name: platform.name }) : nothing}
      ${works ? sharesList([share], facts) : nothing}
    `,
    actions: html`
      ${
        works || share.status === 'connected'
          ? nothing
          : html`<button part="button primary" @click=${wishes.delegate}>${say.again}</button>`
      }
      ${backButton(facts, 'button')}
    `,
  });
}

interface LinkFacts {
  readonly lang: string;
  readonly lender: string;
  readonly name: string;
  readonly words: typeof english;
}

function linkToSend(
  { expires }: Share,
  url: string,
  { lang, lender, name, words }: LinkFacts,
): TemplateResult {
  const { sharing: say } = words;
  const until = expires ? inWords(expires, lang) : '';
  const onFocus = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) target.select();
  };
  return html`
    <input part="link" dir="ltr" readonly aria-label=${say.link} .value=${url} @focus=${onFocus} />
    ${until ? html`<p part="small">${say.until(until)}</p>` : nothing}
    <div part="actions">
      ${copyButton(url, { label: say.copy, lang, as: 'button primary' })}
      <a part="button" href=${mailTo(say.subject(name, lender), say.body(name, lender, { url, until }))}
        >${say.mail}</a
      >
    </div>
  `;
}

/** A moment in full, as people in that language write it. */
export function inWords(date: Date, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' }).format(date);
}
