import { html, nothing, type TemplateResult } from 'lit';
import { tryCopyText } from '../../browser/clipboard.js';
import { copying } from '../../i18n/locales/en/copying.js';
import { localizeMessages } from '../../i18n/localize-messages.js';

const english = { copying };

interface CopyOptions {
  readonly label: string;
  readonly lang: string;
  /** The CSS part of the button. */
  readonly part?: 'button' | 'button primary' | 'small reference';
  /** The tooltip, if the label doesn't say what the button does. */
  readonly title?: string;
}

/** A button that copies a text, with a live region for the result. */
export function renderCopyTextButton(
  text: string,
  { label, lang, part = 'button', title }: CopyOptions,
): TemplateResult {
  const onClick = ({ currentTarget }: Event): void => copyAndAnnounce(text, currentTarget, lang);
  return html`
    <button part=${part} type="button" title=${title ?? nothing} @click=${onClick}>${label}</button
    ><span part="small told" role="status"></span>
  `;
}

/** Copies a text, and announces the result in the live region after the button. */
export function copyAndAnnounce(text: string, button: EventTarget | null, lang: string): void {
  const { copied, notCopied } = localizeMessages(english, lang).copying;
  const status = button instanceof Element ? button.nextElementSibling : null;
  void tryCopyText(text).then((done) => {
    if (status) status.textContent = done ? copied : notCopied;
  });
}

/** A button with the id to quote to support; a click copies the id. Renders nothing without an id. */
export function renderReferenceButton(id: string | undefined, lang: string): unknown {
  if (!id) return nothing;
  const { reference, copy: title } = localizeMessages(english, lang).copying;
  return html`<div>
    ${renderCopyTextButton(id, { label: reference(id), lang, part: 'small reference', title })}
  </div>`;
}
