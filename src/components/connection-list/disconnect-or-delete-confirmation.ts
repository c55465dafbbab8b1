import { html, nothing, type TemplateResult } from 'lit';
import type { DisconnectOrDeleteController } from '../../controllers/disconnect-or-delete.js';
import type { Messages } from '../../i18n/messages.js';

/**
 * A native dialog that says what happens to the data, and lists `dataTypes` once there are any. Its first button,
 * which gets focus, cancels; its description is the question and the consequence, since screen readers may say no more
 * than what has focus.
 */
export function renderDisconnectOrDeleteConfirmation(
  { pendingRequest, confirm, cancel, onClose }: DisconnectOrDeleteController,
  messages: Messages['connectionList'],
  lender: string,
  dataTypes: string,
): TemplateResult | typeof nothing {
  if (!pendingRequest) return nothing;
  const question = messages.confirm[pendingRequest.action](pendingRequest.name, lender);
  const dataTypesText = dataTypes && ` ${messages.details.dataTypes}: ${dataTypes}.`;
  return html`
    <dialog part="dialog" aria-labelledby="question" @close=${onClose}>
      <div part="heading" id="question" role="heading" aria-level="2">${question.title}</div>
      <p part="dialog-text" id="consequence">${question.advice}${dataTypesText}</p>
      <div part="actions">
        <button part="button" aria-describedby="question consequence" @click=${cancel}>${question.no}</button>
        <button part="button ${pendingRequest.action === 'delete' ? 'danger' : 'primary'}" @click=${confirm}>
          ${question.yes}
        </button>
      </div>
    </dialog>
  `;
}
