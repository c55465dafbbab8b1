import { html, type TemplateResult } from 'lit';
import type { Messages } from '../i18n/messages.js';

interface CopyFacts {
  readonly label: string;
  readonly words: Pick<Messages['journey'], 'copied' | 'notCopied'>;
  /** Parts of the button beside `button`. */
  readonly as?: 'primary' | 'quiet';
}

/** A button that copies a text, and says beside it how that went. */
export function copyButton(text: string, { label, words, as }: CopyFacts): TemplateResult {
  const onClick = ({ currentTarget }: Event): void => {
    const told = currentTarget instanceof Element ? currentTarget.nextElementSibling : null;
    void copy(text).then((done) => {
      if (told) told.textContent = done ? words.copied : words.notCopied;
    });
  };
  return html`
    <button part="button ${as ?? ''}" @click=${onClick}>${label}</button
    ><span part="small told" role="status"></span>
  `;
}

/** Browsers may refuse, and pages that came over plain http have nothing to copy with. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
