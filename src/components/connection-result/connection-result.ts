import { html, nothing, type TemplateResult } from 'lit';
import type { ReturnedConnection } from '../../api/schemas/return-status.js';
import { dispatchOnElementOrDocument } from '../../controllers/dispatch-on-element-or-document.js';
import { FocusController } from '../../controllers/focus.js';
import { ActionController } from '../../controllers/action.js';
import { LocalizeController } from '../../controllers/localize.js';
import { ReturnedEvent } from '../../events/returned.js';
import { common } from '../../i18n/locales/en/common.js';
import { connectionResult } from '../../i18n/locales/en/connection-result.js';
import { errors } from '../../i18n/locales/en/errors.js';
import type { TitledMessage } from '../../i18n/messages.js';
import {
  discardUnusableReturnStatusTicket,
  fetchAndBroadcastReturnOnce,
  saveOrRestoreReturnTicket,
  type ReturnStatusTicket,
} from '../../session/return-ticket.js';
import type { Session } from '../../session/session.js';
import { journeyStyles } from '../../styles/journey.js';
import { panelStyles } from '../../styles/panel.js';
import { CodatElement } from '../codat-element.js';
import type { IconName } from '../icons.js';
import { renderReferenceButton } from '../journey/copy-text-button.js';
import { renderPanel } from '../panel.js';
import { signInOutcomeOf, outcomeMessageOf, type OutcomeKind } from './sign-in-outcome.js';
import { styles } from './styles.js';
import { takeTicketFromUrl, unidentifiedSignInTicket } from './ticket.js';

const marks: Readonly<
  Record<OutcomeKind, { readonly icon: IconName; readonly tone: 'success' | 'danger' | 'quiet' }>
> = {
  connected: { icon: 'check', tone: 'success' },
  declined: { icon: 'dash', tone: 'quiet' },
  unsupported: { icon: 'dash', tone: 'quiet' },
  failed: { icon: 'alert', tone: 'danger' },
  unfinished: { icon: 'clock', tone: 'quiet' },
};

const english = { common, connectionResult, errors };

/**
 * Whether this window is still needed: the person continues here, or another page has answered that it waits for them
 * and this window is about to close. `left-open`: the browser didn't close it then; `close-refused`: the browser
 * didn't close it when the person asked.
 */
type WindowState = 'in-use' | 'closing' | 'left-open' | 'close-refused';

/** Milliseconds in which a person can read that the window closes. */
const closingMs = 800;

/** A return to check, and the session to check it with. */
interface ReturnCheck {
  readonly session: Session;
  readonly ticket: ReturnStatusTicket;
}

/** The ticket of this page until a session uses it; kept outside the element, which may be replaced meanwhile. */
let pendingTicket: string | undefined;

/**
 * Shows the outcome of a sign-in on the page that people return to, and links to the next page. It also works for people
 * who aren't signed in to the host, since it reads the ticket in the URL's fragment and ignores the query.
 *
 * @tag connection-result
 * @slot next - Replaces the link to `continue-to`.
 * @slot help - How to reach the lender; shown under the outcome.
 * @fires {ReturnedEvent} codat-returned - The status of the connection that the person returned from has loaded; `result` has it.
 * @fires {FailedEvent} codat-failed - Loading data or an action failed; `error` says why.
 * @csspart base - The container of the element's content.
 * @csspart panel - A view with icon, heading, text and buttons: a step of the connect journey, an outcome or an error.
 * @csspart heading - A heading: the element's own, a panel's or a dialog's.
 * @csspart panel-heading - The heading of a panel.
 * @csspart mark - The round icon above the heading of a panel.
 * @csspart waiting - The animated bar in a panel that waits, for a response or for the sign-in.
 * @csspart note - A paragraph of secondary text.
 * @csspart actions - A row of buttons.
 * @csspart button - A button, or a link that looks like one.
 * @csspart primary - The button of the main action.
 * @csspart small - Text in a smaller font size.
 * @csspart reference - The id to quote to support.
 * @csspart told - The live region for the result of an action, such as copying, or for a changed status.
 * @cssstate loading - The outcome is loading.
 * @cssstate connected - The connection is linked.
 * @cssstate declined - The person cancelled at the platform.
 * @cssstate unsupported - The platform can't be connected here.
 * @cssstate unfinished - The person hasn't finished signing in.
 * @cssstate failed - The platform reported an error, or loading the outcome failed.
 * @cssstate unknown - The outcome is unknown: there is no ticket, or the gateway refused it.
 */
export class ConnectionResult extends CodatElement {
  static override styles = [CodatElement.styles, panelStyles, journeyStyles, styles];

  static override properties = {
    continueTo: { attribute: 'continue-to' },
    result: { state: true },
    windowState: { state: true },
  };

  /** The URL of the next page, such as the application that the person came from; no link if empty. */
  continueTo = '';

  private result: ReturnedConnection | undefined;
  private windowState: WindowState = 'in-use';
  /** Whether the gateway sent the person here. Whoever opened the page themselves has no window to close. */
  #isReturn = false;

  readonly #localize = new LocalizeController(this, english);
  readonly #check = new ActionController<ReturnCheck>(this, (check) => this.#fetchStatus(check));
  readonly #focus = new FocusController(this, () => this.#check.state.is);

  protected get customState(): string {
    if (this.result) return signInOutcomeOf(this.result);
    if (this.#isLoading) return 'loading';
    const check = this.#check.state;
    return check.is === 'failed' && check.error.kind !== 'refused' ? 'failed' : 'unknown';
  }

  /** Whether the outcome is being loaded, or waits for a session to load it with. */
  get #isLoading(): boolean {
    const { is } = this.#check.state;
    return (
      is === 'running' ||
      (is === 'idle' &&
        !this.result &&
        (pendingTicket ?? unidentifiedSignInTicket) !== unidentifiedSignInTicket)
    );
  }

  /** Removes the ticket from the URL at once, before any request. */
  override connectedCallback(): void {
    super.connectedCallback();
    pendingTicket = takeTicketFromUrl() ?? pendingTicket;
    this.#isReturn ||= pendingTicket !== undefined;
    if (this.hasUpdated) this.#startCheck();
  }

  /** Starts the check once the page has set a session, which may be later. In `willUpdate`, so that this rendering already shows that it runs. */
  protected override willUpdate(): void {
    if (this.#check.state.is === 'idle') this.#startCheck();
  }

  protected override render(): TemplateResult {
    return html`
      <div part="base">
        ${this.#renderOutcome()}
        ${this.windowState === 'close-refused' ? html`<p part="note" role="status">${this.#localize.messages.connectionResult.cannotClose}</p>` : nothing}
        <slot name="help"></slot>
      </div>
    `;
  }

  #renderOutcome(): TemplateResult {
    const { lender, result } = this;
    const { messages } = this.#localize;
    if (result) {
      const mark = marks[signInOutcomeOf(result)];
      const { title, advice } = outcomeMessageOf(result, messages.connectionResult, lender);
      const { closing, leftOver } = messages.connectionResult;
      const advices = { 'in-use': advice, closing, 'left-open': leftOver, 'close-refused': advice } as const;
      return this.#renderPanel({ title, advice: advices[this.windowState] }, { mark });
    }
    if (this.#isLoading)
      return renderPanel({
        message: { title: messages.connectionResult.checking, advice: '' },
        level: this.headingLevel,
        role: 'status',
        busy: true,
      });
    const check = this.#check.state;
    // A refused ticket is invalid or expired, so the connection's status is unknown rather than failed.
    if (check.is === 'failed' && check.error.kind !== 'refused') {
      const { kind, correlationId, retryable } = check.error;
      return this.#renderPanel(messages.errors[kind], {
        mark: { icon: 'alert', tone: 'quiet' },
        reference: renderReferenceButton(correlationId, this.#localize.lang),
        retry: retryable
          ? html`<button part="button primary" @click=${() => this.#startCheck()}>
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
    message: TitledMessage,
    {
      retry = nothing,
      ...options
    }: Pick<Parameters<typeof renderPanel>[0], 'mark' | 'reference'> & { retry?: unknown },
  ): TemplateResult {
    const { result } = this;
    const { continueTo, goBack, closeWindow } = this.#localize.messages.connectionResult;
    // A person who was only sent a link has no application to continue with.
    const isGuest = result?.for === 'shared';
    const mustClose = isGuest || this.windowState !== 'in-use';
    const nextLabel = result && signInOutcomeOf(result) === 'connected' ? continueTo : goBack;
    const partOfNext = retry === nothing ? 'primary' : '';
    const closeButton =
      this.#isReturn || result || !this.continueTo
        ? html`<button part="button ${mustClose ? 'primary' : ''}" @click=${this.#onClose}>
            ${closeWindow}
          </button>`
        : nothing;
    return renderPanel({
      message,
      level: this.headingLevel,
      role: 'status',
      ...options,
      actions: html`
        ${retry} ${mustClose ? closeButton : nothing}
        ${
          isGuest
            ? nothing
            : html`<slot name="next">
                ${
                  this.continueTo
                    ? html`<a part="button ${mustClose ? 'quiet' : partOfNext}" href=${this.continueTo}
                        >${nextLabel(this.lender)}</a
                      >`
                    : nothing
                }
              </slot>`
        }
        ${mustClose ? nothing : closeButton}
      `,
    });
  }

  #startCheck(): void {
    const session = this.activeSession;
    if (!session || this.result) return;
    const ticket = pendingTicket;
    pendingTicket = undefined;
    // With an unknown ticket, don't show the result of an earlier one.
    if (ticket === unidentifiedSignInTicket) discardUnusableReturnStatusTicket(session);
    const returnTicket = saveOrRestoreReturnTicket(
      session,
      ticket === unidentifiedSignInTicket ? undefined : ticket,
    );
    if (returnTicket) void this.#check.run({ session, ticket: returnTicket });
  }

  async #fetchStatus({ session, ticket }: ReturnCheck): Promise<void> {
    const { status, received, isNew } = fetchAndBroadcastReturnOnce(session, ticket);
    this.result = await status;
    if (isNew) dispatchOnElementOrDocument(this, new ReturnedEvent(this.result));
    void received.then(() => this.#closeSoon());
  }

  /** Says that this window closes, and closes it, since the person continues in the window that waited for them. */
  #closeSoon(): void {
    this.windowState = 'closing';
    setTimeout(() => {
      // The host may have put something else in its place.
      if (this.isConnected) this.#close('left-open');
    }, closingMs);
  }

  #close(stateIfOpen: WindowState): void {
    window.close();
    if (!window.closed) this.windowState = stateIfOpen;
  }

  /** Browsers close only windows that a script opened (docs/windows.md); otherwise a message says so. */
  readonly #onClose = (): void => this.#close('close-refused');
}

declare global {
  interface HTMLElementTagNameMap {
    'connection-result': ConnectionResult;
  }
}
