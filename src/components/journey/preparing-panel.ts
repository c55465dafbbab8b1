import { html, nothing, type TemplateResult } from 'lit';
import { prefersThisTab } from '../../flow/link-window.js';
import type { StateAt } from '../../flow/connect-state.js';
import { common } from '../../i18n/locales/en/common.js';
import { preparing } from '../../i18n/locales/en/preparing.js';
import { sharing } from '../../i18n/locales/en/sharing.js';
import { inLanguage } from '../../i18n/register.js';
import { notes, type Note } from '../../platforms/notes.js';
import { backButton } from './back-button.js';
import { copyButton } from './copy.js';
import { icons } from '../icons.js';
import { inApp } from './in-app.js';
import type { JourneyFacts } from './journey-panel.js';
import { panel } from '../panel.js';
import { delegatingPanel } from './sharing-panel.js';
import { mailTo } from './mail-to.js';
import { mayGo, pointAtBox, terms } from './terms.js';

const english = { common, preparing, sharing };

/** What a person should know and have before they leave for a platform, and the way there. */
export function preparingPanel(state: StateAt<'preparing'>, facts: JourneyFacts): TemplateResult {
  const { lang, level, lender, wishes } = facts;
  const words = inLanguage(english, lang);
  const delegate = html`<button part="button quiet" @click=${wishes.delegate}>${words.sharing.ask}</button>`;
  const { preparing: say } = words;
  const { asks, platform, replaces } = state;
  const { key, name } = platform;
  const note = notes.get(key);
  const phone =
    note && note.device !== 'any' && prefersThisTab() ? say.onPhone[note.device](name) : undefined;
  const back = backButton(facts);
  // There is nothing to change to where it is the same platform, or where the host lets nobody cut the one there is.
  const other = state.signsIn === 'other';
  if (replaces && (replaces.platformKey === key || !replaces.can.includes('disconnect') || other))
    return panel({
      says: say.alreadyConnected(replaces.platformName),
      level,
      mark: connected,
      actions: back,
    });
  if (other) return delegatingPanel(state, facts);
  // A platform that lives on one computer can't be connected from a phone: no dead end, but the way to that computer.
  const goes = !(phone && note?.device === 'windows-only');
  // No window opens before the person has agreed to what the host asks.
  const insist = (event: Event): void => {
    wishes.source?.proceed(state);
    pointAtBox(event);
  };
  const go = replaces ? say.replace(replaces.platformName, name) : say.continueTo(name);
  return panel({
    says:
      phone ??
      (replaces
        ? say.alreadyConnected(replaces.platformName)
        : {
            title: say.heading(name),
            advice: note ? '' : say.password.platform(name, lender),
          }),
    level,
    ...(replaces && !phone && { mark: connected }),
    content: html`${goes ? inApp(lang) : nothing} ${note && list(note, name, lender, say)}
    ${note?.needs.includes('licenceKey') ? licenceKey(facts.companyId, lang) : nothing}
    ${goes ? terms(asks, { words, answer: (yes) => wishes.source?.answerConsent(yes) }) : nothing}`,
    actions: html`
      ${
        goes
          ? html`<button
              part="button ${replaces ? '' : 'primary'}"
              aria-disabled=${asks.is === 'loading' ? 'true' : nothing}
              @click=${mayGo(asks) ? () => wishes.signIn(state) : insist}
            >
              ${go} ${icons.leave}
            </button>`
          : nothing
      }
      ${
        phone
          ? html`<a part="button ${goes ? '' : 'primary'}" href=${mailTo(say.heading(name), location.href)}
              >${say.sendToComputer}</a
            >`
          : nothing
      }
      ${replaces ? nothing : delegate}${back}
    `,
  });
}

const connected = { icon: 'check', tone: 'success' } as const;

function list(
  { needs, password, minutes, firstData }: Note,
  name: string,
  lender: string,
  say: typeof preparing,
): TemplateResult {
  const lines = [
    ...needs.map((need) => say.needs[need](name)),
    ...(minutes ? [say.lasts(minutes)] : []),
    ...(firstData ? [say.firstData[firstData](name)] : []),
    say.password[password](name, lender),
  ];
  return html`
    <div part="needs-title">${say.needsHeading}</div>
    <ul part="needs">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  `;
}

/** The key that the platform's program asks for is the company's id. */
function licenceKey(companyId: string | undefined, lang: string): unknown {
  if (!companyId) return nothing;
  const { copyKey } = inLanguage(english, lang).preparing;
  return html`
    <div>
      <p><code part="key">${companyId}</code></p>
      ${copyButton(companyId, { label: copyKey, lang })}
    </div>
  `;
}
