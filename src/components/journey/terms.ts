import { html, nothing, type TemplateResult } from 'lit';
import type { ConsentState } from '../../flow/connect-state.js';
import type { Messages } from '../../i18n/messages.js';
import { icons } from '../icons.js';

interface TermsFacts {
  readonly words: Pick<Messages, 'common' | 'preparing'>;
  readonly answer: (yes: boolean) => void;
}

/** What the host asks the person to agree to, in its own words, and the box they tick to say yes. */
export function terms(asks: ConsentState, { words, answer }: TermsFacts): TemplateResult | typeof nothing {
  if (asks.is === 'nothing') return nothing;
  if (asks.is === 'loading') return html`<p part="note" role="status">${words.common.loading}</p>`;
  const { consent } = asks;
  const complaint = complaintOf(asks, words.preparing);
  const onChange = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) answer(target.checked);
  };
  return html`
    <div part="terms" lang=${consent.locale}>
      ${consent.sections.map(
        ({ title, body }) =>
          html`<div part="term">
            <div part="term-title" dir="auto">${title}</div>
            <p part="term-text" dir="auto">${body}</p>
          </div>`,
      )}
      <label part="agree">
        <input
          type="checkbox"
          aria-describedby="missing"
          aria-invalid=${complaint ? 'true' : 'false'}
          .checked=${asks.answer === 'yes'}
          @change=${onChange}
        />
        <span dir="auto">${consent.agree}</span>
      </label>
    </div>
    <p part="missing" id="missing" role="alert">${complaint ? html`${icons.alert} ${complaint}` : nothing}</p>
  `;
}

/** Whether the person may go on: nothing is asked of them, or they said yes to it. */
export const mayGo = (asks: ConsentState): boolean =>
  asks.is === 'nothing' || (asks.is === 'consent' && asks.answer === 'yes');

/** Takes focus to the box that stands between the person and the platform. */
export function pointAtBox({ currentTarget }: Event): void {
  if (!(currentTarget instanceof Element)) return;
  currentTarget.closest('[part~="panel"]')?.querySelector<HTMLElement>('[part="agree"] input')?.focus();
}

function complaintOf(asks: Extract<ConsentState, { is: 'consent' }>, say: Messages['preparing']): string {
  if (asks.answer === 'missing') return say.agreeFirst;
  return asks.answer === 'outdated' ? say.agreeAgain : '';
}
