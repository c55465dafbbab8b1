import { html, nothing, type TemplateResult } from 'lit';
import type { ReturnStatus } from '../../api/schemas/return-status.js';
import { ActionController } from '../../controllers/journey/action.js';
import { dispatchFrom } from '../../controllers/dispatch-from.js';
import { FocusController } from '../../controllers/focus.js';
import { ReturnedEvent } from '../../events/returned.js';
import { LocalizeController } from '../../controllers/localize.js';
import { common } from '../../i18n/locales/en/common.js';
import { connectionResult } from '../../i18n/locales/en/connection-result.js';
import { errors } from '../../i18n/locales/en/errors.js';
import {
  clearReturnTicket,
  returnStatusOf,
  returnTicketOf,
  type ReturnTicket,
} from '../../session/return-ticket.js';
import type { Session } from '../../session/session.js';
import { base } from '../../styles/base.js';
import { controls } from '../../styles/controls.js';
import { journeyStyles } from '../../styles/journey.js';
import { panelStyles } from '../../styles/panel.js';
import { tokens } from '../../styles/tokens.js';
import type { Advice } from '../../i18n/messages.js';
import { CodatElement } from '../codat-element.js';
import { reference } from '../journey/copy-button.js';
import type { Icon } from '../icons.js';
import { panel } from '../panel.js';
import { outcomeOf, outcomeMessage, type Outcome } from './outcome.js';
import { styles } from './styles.js';
import { takeTicket, unknownTicket } from './ticket.js';

const marks: Readonly<
  Record<Outcome, { readonly icon: Icon; readonly tone: 'success' | 'danger' | 'quiet' }>
> = {
  connected: { icon: 'check', tone: 'success' },
  declined: { icon: 'dash', tone: 'quiet' },
  unsupported: { icon: 'dash', tone: 'quiet' },
  failed: { icon: 'alert', tone: 'danger' },
  unfinished: { icon: 'clock', tone: 'quiet' },
};

const english = { common, connectionResult, errors };

/** A return to check, and the session to check it with. */
interface ReturnCheck {
  readonly session: Session;
  readonly pending: ReturnTicket;
}

/** The ticket of this page until a session takes it; kept outside the element, which may be replaced meanwhile. */
let pendingTicket: string | undefined;

/**
 * The page a person comes back to: says whether they are connected, and leads on. It is right for someone who isn't
 * signed in here too, since it reads the ticket in the URL's fragment and ignores the query.
 *
 * @tag connection-result
 * @slot next - what comes next, instead of the link to `continue-to`
 * @slot help - how to reach the lender
 * @fires {ReturnedEvent} codat-returned - what became of it is known
 * @fires {FailedEvent} codat-failed
 * @csspart base - everything, in one box
 * @csspart panel - the outcome: mark, heading, words, actions
 * @csspart heading - the same as panel-heading
 * @csspart panel-heading - what the outcome is
 * @csspart mark - the round picture above it
 * @csspart waiting - the slim bar while it is looked up
 * @csspart note - a quiet sentence
 * @csspart actions - the row of buttons
 * @csspart button - each button, and each link that acts as one
 * @csspart primary - the one that leads on
 * @csspart small - a note in small type
 * @csspart reference - what to quote to support
 * @csspart told - whether the reference was copied
 * @cssstate loading - the outcome is being looked up
 * @cssstate connected - it is connected
 * @cssstate declined - the person said no
 * @cssstate unsupported - the platform can't be connected here
 * @cssstate unfinished - the person has not finished
 * @cssstate failed - something went wrong
 * @cssstate unknown - the outcome can't be told from here
 */
export class ConnectionResult extends CodatElement {
  static override styles = [tokens, base, controls, panelStyles, journeyStyles, styles];

  static override properties = {
    continueTo: { attribute: 'continue-to' },
    result: { state: true },
    windowStaysOpen: { state: true },
  };

  /** The URL of the next page, such as the application the person came from. */
  continueTo = '';

  private result: ReturnStatus | undefined;
  private windowStaysOpen = false;

  readonly #localize = new LocalizeController(this, english);
  readonly #check = new ActionController<ReturnCheck>(this, (check) => this.#readStatus(check));
  readonly #focus = new FocusController(this, () => this.#check.state.is);

  protected get customState(): string {
    if (this.result) return outcomeOf(this.result);
    if (this.#isLoading) return 'loading';
    const check = this.#check.state;
    return check.is === 'failed' && check.error.kind !== 'refused' ? 'failed' : 'unknown';
  }

  /** Whether the outcome is being loaded, or waits for a session to load it with. */
  get #isLoading(): boolean {
    const { is } = this.#check.state;
    return (
      is === 'running' ||
      (is === 'idle' && !this.result && (pendingTicket ?? unknownTicket) !== unknownTicket)
    );
  }

  /** Removes the ticket from the URL at once, before any request. */
  override connectedCallback(): void {
    super.connectedCallback();
    pendingTicket = takeTicket() ?? pendingTicket;
    if (this.hasUpdated) this.#startCheck();
  }

  /** Starts the check once the page has set a session, which may be later. */
  protected override updated(): void {
    if (this.#check.state.is === 'idle') this.#startCheck();
  }

  protected override render(): TemplateResult {
    return html`
      <div part="base">
        ${this.#renderOutcome()}
        ${this.windowStaysOpen ? html`<p part="note" role="status">${this.#localize.messages.connectionResult.cannotClose}</p>` : nothing}
        <slot name="help"></slot>
      </div>
    `;
  }

  #renderOutcome(): TemplateResult {
    const { lender, result } = this;
    const { messages } = this.#localize;
    if (result) {
      const mark = marks[outcomeOf(result)];
      return this.#renderPanel(outcomeMessage(result, messages.connectionResult, lender), { mark });
    }
    if (this.#isLoading)
      return panel({
        message: { title: messages.connectionResult.checking, advice: '' },
        level: this.headingLevel,
        busy: true,
      });
    const check = this.#check.state;
    // A refused ticket is invalid or expired, which says nothing of the connection.
    if (check.is === 'failed' && check.error.kind !== 'refused') {
      const { kind, correlationId, retryable } = check.error;
      return this.#renderPanel(messages.errors[kind], {
        mark: { icon: 'alert', tone: 'quiet' },
        reference: reference(correlationId, this.#localize.lang),
        retry: retryable
          ? html`<button part="button" @click=${() => this.#startCheck()}>
              ${messages.common.tryAgain}
            </button>`
          : nothing,
      });
    }
    return this.#renderPanel(messages.connectionResult.unknown(lender), {
      mark: { icon: 'clock', tone: 'quiet' },
    });
  }

  #renderPanel(
    message: Advice,
    {
      retry = nothing,
      ...options
    }: Pick<Parameters<typeof panel>[0], 'mark' | 'reference'> & { retry?: unknown },
  ): TemplateResult {
    const { continueTo, closeWindow } = this.#localize.messages.connectionResult;
    // The next page isn't for a person who was only sent a link.
    const isGuest = this.result?.for === 'shared';
    return panel({
      message,
      level: this.headingLevel,
      ...options,
      actions: html`
        ${retry}
        ${
          isGuest
            ? nothing
            : html`<slot name="next">
                ${
                  this.continueTo
                    ? html`<a part="button primary" href=${this.continueTo}>${continueTo(this.lender)}</a>`
                    : nothing
                }
              </slot>`
        }
        <button part="button ${isGuest ? 'primary' : ''}" @click=${this.#onClose}>${closeWindow}</button>
      `,
    });
  }

  #startCheck(): void {
    const session = this.activeSession;
    if (!session || this.result) return;
    const ticket = pendingTicket;
    pendingTicket = undefined;
    // With an unknown ticket, don't show the result of an earlier one.
    if (ticket === unknownTicket) clearReturnTicket(session);
    const pending = returnTicketOf(session, ticket === unknownTicket ? undefined : ticket);
    if (pending) void this.#check.run({ session, pending });
  }

  async #readStatus({ session, pending }: ReturnCheck): Promise<void> {
    const { status, isNew: isNews } = returnStatusOf(session, pending);
    this.result = await status;
    if (isNews) dispatchFrom(this, new ReturnedEvent(this.result));
  }

  /** Browsers close only windows that a script opened; otherwise a message says so. */
  readonly #onClose = (): void => {
    window.close();
    this.windowStaysOpen = !window.closed;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'connection-result': ConnectionResult;
  }
}
