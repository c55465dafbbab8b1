import { html, nothing, type TemplateResult } from 'lit';
import type { Advice } from '../i18n/messages.js';
import { icons, type Icon } from './icons.js';

interface PanelFacts {
  /** What happened and what comes next. */
  readonly says: Advice;
  readonly level: number;
  readonly mark?: { readonly icon: Icon; readonly tone: 'success' | 'danger' | 'quiet' };
  /** Something is awaited, so that a bar moves. */
  readonly awaiting?: boolean;
  /** What to quote to support. */
  readonly reference?: unknown;
  /** What stands between the words and the actions. */
  readonly content?: unknown;
  readonly actions?: unknown;
}

/** One situation in the space of an element. The heading takes focus, so that a person hears where they are. */
export function panel({
  says,
  level,
  mark,
  awaiting,
  reference,
  content,
  actions,
}: PanelFacts): TemplateResult {
  return html`
    <div part="panel" role="group" aria-label=${says.title}>
      ${mark ? html`<span part="mark" data-tone=${mark.tone}>${icons[mark.icon]}</span>` : nothing}
      <div part="heading panel-heading" role="heading" aria-level=${level}>${says.title}</div>
      ${awaiting ? html`<div part="waiting" aria-hidden="true"></div>` : nothing}
      ${says.advice ? html`<p part="note">${says.advice}</p>` : nothing} ${content ?? nothing}
      ${actions ? html`<div part="actions">${actions}</div>` : nothing} ${reference ?? nothing}
    </div>
  `;
}
