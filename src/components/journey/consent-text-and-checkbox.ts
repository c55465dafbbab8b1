import { html, nothing, type TemplateResult } from 'lit';
import type { JourneyActions } from '../../controllers/journey/journey-view-module.js';
import type { ConsentState, StateAt } from '../../flow/connect-state.js';
import type { Messages } from '../../i18n/messages.js';
import { icons } from '../icons.js';

interface TermsOptions {
  readonly messages: Pick<Messages, 'common' | 'preparing'>;
  readonly onAnswer: (yes: boolean) => void;
}

/** The host's consent text and its checkbox. */
export function renderConsentTextAndCheckbox(
  consentState: ConsentState,
  { messages, onAnswer }: TermsOptions,
): TemplateResult | typeof nothing {
  if (consentState.is === 'nothing') return nothing;
  if (consentState.is === 'loading') return html`<p part="note" role="status">${messages.common.loading}</p>`;
  const { consent } = consentState;
  const error = consentError(consentState, messages.preparing);
  const onChange = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) onAnswer(target.checked);
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
          aria-invalid=${error ? 'true' : 'false'}
          .checked=${consentState.answer === 'yes'}
          @change=${onChange}
        />
        <span dir="auto">${consent.agree}</span>
      </label>
    </div>
    <p part="missing" id="missing" role="alert">${error ? html`${icons.alert} ${error}` : nothing}</p>
  `;
}

/** Whether consent is given or not required. */
export const isConsentSatisfied = (consentState: ConsentState): boolean =>
  consentState.is === 'nothing' || (consentState.is === 'consent' && consentState.answer === 'yes');

/** Goes on to the next step or, without the required consent, shows that it is missing and focuses its checkbox. */
export function continueOrFocusConsentCheckbox(
  { currentTarget }: Event,
  state: StateAt<'preparing'>,
  actions: JourneyActions,
): void {
  actions.dispatch({ type: 'confirmed', ...state });
  if (isConsentSatisfied(state.consentState) || !(currentTarget instanceof Element)) return;
  currentTarget.closest('[part~="panel"]')?.querySelector<HTMLElement>('[part="agree"] input')?.focus();
}

function consentError(
  consentState: Extract<ConsentState, { is: 'consent' }>,
  messages: Messages['preparing'],
): string {
  if (consentState.answer === 'missing') return messages.agreeFirst;
  return consentState.answer === 'outdated' ? messages.agreeAgain : '';
}
