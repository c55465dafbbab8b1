import { html, nothing, type TemplateResult } from 'lit';
import { copyText } from '../../browser/clipboard.js';
import { copying } from '../../i18n/locales/en/copying.js';
import { inLanguage } from '../../i18n/register.js';

const english = { copying };

interface CopyFacts {
  readonly label: string;
  readonly lang: string;
  /** The part that the button is. */
  readonly as?: 'button' | 'button primary' | 'small reference';
  /** What a press does, where the label doesn't say so. */
  readonly does?: string;
}

/** A button that copies a text, and says beside it how that went. */
export function copyButton(text: string, { label, lang, as = 'button', does }: CopyFacts): TemplateResult {
  const { copying: words } = inLanguage(english, lang);
  const onClick = ({ currentTarget }: Event): void => {
    const told = currentTarget instanceof Element ? currentTarget.nextElementSibling : null;
    void copyText(text).then((done) => {
      if (told) told.textContent = done ? words.copied : words.notCopied;
    });
  };
  return html`
    <button part=${as} type="button" title=${does ?? nothing} @click=${onClick}>${label}</button
    ><span part="small told" role="status"></span>
  `;
}

/** What to quote to support, in small print that a press copies; nothing where there is none. */
export function reference(id: string | undefined, lang: string): unknown {
  if (!id) return nothing;
  const { reference, copy: does } = inLanguage(english, lang).copying;
  const copies = copyButton(id, { label: reference(id), lang, as: 'small reference', does });
  return html`<div>${copies}</div>`;
}
