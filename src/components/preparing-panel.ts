import { html, nothing, type TemplateResult } from 'lit';
import { prefersThisTab } from '../flow/link-window.js';
import type { Asks, StateAt } from '../flow/connect-state.js';
import { common } from '../i18n/locales/en/common.js';
import { preparing } from '../i18n/locales/en/preparing.js';
import { inLanguage } from '../i18n/register.js';
import { notes, type Note } from '../platforms/notes.js';
import { icons } from './icons.js';
import type { JourneyFacts } from './journey-panel.js';
import { panel } from './panel.js';
import { pointAtBox, terms } from './terms.js';

const english = { common, preparing };

/** What a person should know and have before they leave for a platform, and the way there. */
export function preparingPanel(state: StateAt<'preparing'>, facts: JourneyFacts): TemplateResult {
  const { lang, level, lender, wishes } = facts;
  const words = inLanguage(english, lang);
  const { preparing: say } = words;
  const { asks, platform, replaces } = state;
  const { key, name } = platform;
  const note = notes.get(key);
  const phone =
    note && note.device !== 'any' && prefersThisTab() ? say.onPhone[note.device](name) : undefined;
  const back = html`<button part="button quiet" @click=${wishes.reset}>${say.back}</button>`;
  // There is nothing to change to where it is the same platform, or where the host lets nobody cut the one there is.
  if (replaces && (replaces.platformKey === key || !replaces.can.includes('disconnect')))
    return panel({
      says: say.alreadyConnected(replaces.platformName),
      level,
      mark: connected,
      actions: back,
    });
  // A platform that lives on one computer can't be connected from a phone: no dead end, but the way to that computer.
  const goes = !(phone && note?.device === 'windows-only');
  // No window opens before the person has agreed to what the host asks.
  const insist = (event: Event): void => {
    wishes.source?.insist(state);
    pointAtBox(event);
  };
  const go = replaces ? say.replace(replaces.platformName, name) : say.continueTo(name);
  return panel({
    says:
      phone ??
      (replaces ? say.alreadyConnected(replaces.platformName) : { title: say.heading(name), advice: '' }),
    level,
    ...(replaces && !phone && { mark: connected }),
    content: html`${note && list(note, name, lender, say, facts.companyId)}
    ${goes ? terms(asks, { words, answer: (yes) => wishes.source?.answer(yes) }) : nothing}`,
    actions: html`
      ${
        goes
          ? html`<button
              part="button ${replaces ? '' : 'primary'}"
              aria-disabled=${asks.is === 'loading' ? 'true' : nothing}
              @click=${mayGo(asks) ? () => wishes.go(state) : insist}
            >
              ${go} ${icons.leave}
            </button>`
          : nothing
      }
      ${
        phone
          ? html`<a part="button ${goes ? '' : 'primary'}" href=${mailOf(say.heading(name))}
              >${say.sendToComputer}</a
            >`
          : nothing
      }
      ${back}
    `,
  });
}

const mayGo = (asks: Asks): boolean =>
  asks.is === 'nothing' || (asks.is === 'consent' && asks.answer === 'yes');

const connected = { icon: 'check', tone: 'success' } as const;

function list(
  { needs, password, minutes, firstData }: Note,
  name: string,
  lender: string,
  say: typeof preparing,
  companyId: string | undefined,
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
    ${needs.includes('licenceKey') && companyId ? html`<p><code part="key">${companyId}</code></p>` : nothing}
  `;
}

/** A message to oneself with the address of this page, to open at the right computer. */
function mailOf(subject: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(location.href)}`;
}
