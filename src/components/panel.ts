import { html, nothing, type TemplateResult } from 'lit';
import type { TitledMessage } from '../i18n/messages.js';
import { icons, type IconName } from './icons.js';

interface PanelOptions {
  /** The text of the heading, and the sentence under it. */
  readonly message: TitledMessage;
  readonly level: number;
  /** `alert` or `status` if a screen reader has to read out the panel while focus is elsewhere: when it appears, or when it changes. Default `group`. */
  readonly role?: 'group' | 'alert' | 'status';
  /** The button that leads back, at the top. */
  readonly back?: TemplateResult;
  readonly mark?: { readonly icon: IconName; readonly tone: 'success' | 'danger' | 'quiet' };
  /** Whether to show an animated bar, because the panel waits. */
  readonly busy?: boolean;
  /** The reference to quote to support. */
  readonly reference?: unknown;
  /** Rendered between the message and the actions. */
  readonly content?: unknown;
  readonly actions?: unknown;
  /** Rendered under the actions. */
  readonly more?: unknown;
}

/** Renders a step of the journey, an outcome or an error. `FocusController` and `announcePanel` find its heading by the part name. */
export function renderPanel({
  message,
  level,
  role = 'group',
  back,
  mark,
  busy,
  reference,
  content,
  actions,
  more,
}: PanelOptions): TemplateResult {
  return html`
    <div part="panel" role=${role} aria-label=${message.title}>
      ${back ?? nothing}
      ${mark ? html`<span part="mark" data-tone=${mark.tone}>${icons[mark.icon]}</span>` : nothing}
      <div part="heading panel-heading" role="heading" aria-level=${level}>${message.title}</div>
      ${busy ? html`<div part="waiting" class="moving" aria-hidden="true"></div>` : nothing}
      ${message.advice ? html`<p part="note">${message.advice}</p>` : nothing} ${content ?? nothing}
      ${actions ? html`<div part="actions">${actions}</div>` : nothing} ${more ?? nothing}
      ${reference ?? nothing}
    </div>
  `;
}
