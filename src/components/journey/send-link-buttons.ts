import { html, nothing, type TemplateResult } from 'lit';
import { canShare, tryOpenShareSheet } from '../../browser/share-sheet.js';
import { sharing } from '../../i18n/locales/en/sharing.js';
import { localizeMessages } from '../../i18n/localize-messages.js';
import { copyAndAnnounce, renderCopyTextButton } from './copy-text-button.js';

const english = { sharing };

/** A link for another person or device, with the words that go with it. */
interface LinkToSend {
  readonly url: string;
  readonly subject: string;
  /** The text of a mail, which includes the URL. */
  readonly body: string;
}

interface SendButtonOptions {
  readonly label: string;
  readonly lang: string;
  readonly part: string;
}

/** Buttons that send a link: by the person's own apps where the browser has a share sheet, by copying it, and by mail. */
export function renderSendLinkButtons(link: LinkToSend, lang: string): TemplateResult {
  const { send, copy, mail } = localizeMessages(english, lang).sharing;
  const canSend = canShare(shareDataOf(link));
  return html`
    ${canSend ? renderShareButton(link, { label: send, lang, part: 'button primary' }) : nothing}
    ${renderCopyTextButton(link.url, { label: copy, lang, part: canSend ? 'button' : 'button primary' })}
    <a part="button ${canSend ? 'quiet' : ''}" href=${mailTo(link)}>${mail}</a>
  `;
}

/** One button that sends a link: by the share sheet or else by mail. */
export function renderShareOrMailButton(link: LinkToSend, options: SendButtonOptions): TemplateResult {
  return canShare(shareDataOf(link))
    ? renderShareButton(link, options)
    : html`<a part=${options.part} href=${mailTo(link)}>${options.label}</a>`;
}

/** A button that opens the share sheet, or copies the link if the sheet doesn't open. */
function renderShareButton(link: LinkToSend, { label, lang, part }: SendButtonOptions): TemplateResult {
  const onClick = ({ currentTarget }: Event): void =>
    void tryOpenShareSheet(shareDataOf(link)).then((opened) => {
      if (!opened) copyAndAnnounce(link.url, currentTarget, lang);
    });
  return html`<button part=${part} type="button" @click=${onClick}>${label}</button
    ><span part="small told" role="status"></span>`;
}

/** Many apps put the URL after the text, so the text doesn't repeat it. */
const shareDataOf = ({ url, subject }: LinkToSend): ShareData => ({ title: subject, text: subject, url });

/** A `mailto:` URL with subject and body (RFC 6068). */
const mailTo = ({ subject, body }: LinkToSend): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
