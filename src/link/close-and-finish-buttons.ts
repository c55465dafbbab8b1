import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { SourceType } from '../api/schemas/source-type.js';
import { LocalizeController } from '../controllers/localize.js';
import { SubscriptionController } from '../controllers/subscription.js';
import { register } from '../define/register.js';
import { journey } from '../i18n/locales/en/journey.js';
import { latestValue } from '../session/query-state.js';
import type { Session } from '../session/session.js';
import { baseStyles } from '../styles/base.js';
import { buttonStyles } from '../styles/buttons.js';
import { tokenStyles } from '../styles/tokens.js';

/** Adds the buttons of Codat's SDKs to an element of ours: to close and, once enough is connected, to finish. */
export class CloseAndFinishButtons extends LitElement {
  static override styles = [
    tokenStyles,
    baseStyles,
    buttonStyles,
    css`
      [part='base'] {
        display: grid;
        gap: var(--_space);
        block-size: 100%;
        overflow: auto;
      }

      [part='base'][data-border] {
        padding: var(--_space);
        border: 1px solid var(--_border);
        border-radius: var(--_radius);
      }

      [part='actions'] {
        display: flex;
        flex-direction: row-reverse;
        gap: var(--_space);
      }
    `,
  ];

  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    hasBorder: { attribute: false },
    requiredSourceTypes: { attribute: false },
    onClose: { attribute: false },
    onFinish: { attribute: false },
  };

  session: Session | undefined;
  hasBorder = false;
  /** The source types of which there must be a linked connection before the person can finish. If undefined, one of any type is enough. */
  requiredSourceTypes: readonly SourceType[] | undefined;
  onClose: (() => void) | undefined;
  onFinish: (() => void) | undefined;

  readonly #localize = new LocalizeController(this, { journey });
  readonly #connections = new SubscriptionController(this, () => this.session?.connections);

  protected override render(): TemplateResult {
    const { leave } = this.#localize.messages.journey;
    return html`<div part="base" ?data-border=${this.hasBorder}>
      <slot></slot>
      <div part="actions">
        ${this.onFinish && this.#canFinish ? this.#renderButton('primary', leave.connected, this.onFinish) : nothing}
        ${this.onClose ? this.#renderButton('quiet', leave.away, this.onClose) : nothing}
      </div>
    </div>`;
  }

  #renderButton(kind: 'primary' | 'quiet', label: string, onClick: () => void): TemplateResult {
    return html`<button part="button ${kind}" type="button" @click=${() => onClick()}>${label}</button>`;
  }

  get #canFinish(): boolean {
    const connections = latestValue(this.#connections.source?.resource) ?? [];
    const linked = connections.filter(({ status }) => status === 'Linked');
    return this.requiredSourceTypes
      ? this.requiredSourceTypes.every((type) => linked.some(({ sourceType }) => sourceType === type))
      : linked.length > 0;
  }
}

/** Puts an element of ours into the target, in a frame with these properties. */
export function mountWithCloseAndFinishButtons(
  target: HTMLElement,
  element: HTMLElement,
  properties: Partial<CloseAndFinishButtons>,
): CloseAndFinishButtons {
  register('codat-link-frame', CloseAndFinishButtons);
  const frame = Object.assign(new CloseAndFinishButtons(), properties);
  frame.append(element);
  target.append(frame);
  return frame;
}
