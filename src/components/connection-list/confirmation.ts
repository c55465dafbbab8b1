import { html, type TemplateResult } from 'lit';
import type { Question } from '../../i18n/messages.js';

interface ConfirmationFacts {
  readonly question: Question;
  /** Whether what is asked can't be undone. */
  readonly final: boolean;
  readonly yes: () => void;
  readonly no: () => void;
  readonly closed: () => void;
}

/** A native dialog that says what is kept and what is lost. Focus starts at the answer that changes nothing. */
export function confirmation({ question, final, yes, no, closed }: ConfirmationFacts): TemplateResult {
  return html`
    <dialog part="dialog" aria-labelledby="question" aria-describedby="consequence" @close=${closed}>
      <div part="heading" id="question" role="heading" aria-level="2">${question.title}</div>
      <p part="dialog-text" id="consequence">${question.advice}</p>
      <div part="actions">
        <button part="button" autofocus @click=${no}>${question.no}</button>
        <button part="button ${final ? 'danger' : 'primary'}" @click=${yes}>${question.yes}</button>
      </div>
    </dialog>
  `;
}
