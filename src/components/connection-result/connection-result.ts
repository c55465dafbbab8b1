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
import { clearReturn, readReturn, returnOf, type Return } from '../../session/come-back.js';
import type { Session } from '../../session/session.js';
import { base } from '../../styles/base.js';
import { controls } from '../../styles/controls.js';
import { journeyStyles } from '../../styles/journey.js';
import { panelStyles } from '../../styles/panel.js';
import { tokens } from '../../styles/tokens.js';
import type { Advice } from '../../i18n/messages.js';
import { CodatElement } from '../codat-element.js';
import { reference } from '../journey/copy.js';
import type { Icon } from '../icons.js';
import { panel } from '../panel.js';
import { outcomeOf, sayOutcome, type Outcome } from './outcome.js';
import { styles } from './styles.js';
import { takeTicket, unknown } from './ticket.js';

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

/** A person who is back, and whom to ask about it. */
interface Asking {
  readonly session: Session;
  readonly back: Return;
}

/** The ticket this page came with, until a session is there to hold it: the element may be drawn again meanwhile. */
let arrived: string | undefined;

/**
 * The page a person comes back to: says what became of the connection, and leads on. True for someone who isn't
 * signed in here too, since it reads the ticket in the address and nothing of the query.
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
 * @csspart told - what became of copying it
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
    stuck: { state: true },
  };

  /** The address that leads on, such as the application the person came from. */
  continueTo = '';

  private result: ReturnStatus | undefined;
  private stuck = false;

  readonly #say = new LocalizeController(this, english);
  readonly #reading = new ActionController<Asking>(this, (asking) => this.#read(asking));
  readonly #scene = new FocusController(this, () => this.#reading.state.is);

  protected get situation(): string {
    if (this.result) return outcomeOf(this.result);
    if (this.#isAwaited) return 'loading';
    const reading = this.#reading.state;
    return reading.is === 'failed' && reading.error.kind !== 'refused' ? 'failed' : 'unknown';
  }

  /** Whether what became of it can still be told: there is a ticket, though the session may be set later. */
  get #isAwaited(): boolean {
    const { is } = this.#reading.state;
    return is === 'running' || (is === 'idle' && !this.result && (arrived ?? unknown) !== unknown);
  }

  /** The ticket leaves the address as soon as the element is there, before anything is asked. */
  override connectedCallback(): void {
    super.connectedCallback();
    arrived = takeTicket() ?? arrived;
    if (this.hasUpdated) this.#look();
  }

  /** A page may set the session long after the element is there. */
  protected override updated(): void {
    if (this.#reading.state.is === 'idle') this.#look();
  }

  protected override render(): TemplateResult {
    return html`
      <div part="base">
        ${this.#renderOutcome()}
        ${this.stuck ? html`<p part="note" role="status">${this.#say.words.connectionResult.cannotClose}</p>` : nothing}
        <slot name="help"></slot>
      </div>
    `;
  }

  #renderOutcome(): TemplateResult {
    const { lender, result } = this;
    const { words } = this.#say;
    if (result) {
      const mark = marks[outcomeOf(result)];
      return this.#renderPanel(sayOutcome(result, words.connectionResult, lender), { mark });
    }
    if (this.#isAwaited)
      return panel({
        says: { title: words.connectionResult.checking, advice: '' },
        level: this.headingLevel,
        awaiting: true,
      });
    const reading = this.#reading.state;
    // A ticket that is turned down is none, or too old: the person may be connected all the same.
    if (reading.is === 'failed' && reading.error.kind !== 'refused') {
      const { kind, correlationId, retryable } = reading.error;
      return this.#renderPanel(words.errors[kind], {
        mark: { icon: 'alert', tone: 'quiet' },
        reference: reference(correlationId, this.#say.lang),
        retry: retryable
          ? html`<button part="button" @click=${() => this.#look()}>${words.common.tryAgain}</button>`
          : nothing,
      });
    }
    return this.#renderPanel(words.connectionResult.unknown(lender), {
      mark: { icon: 'clock', tone: 'quiet' },
    });
  }

  #renderPanel(
    says: Advice,
    {
      retry = nothing,
      ...facts
    }: Pick<Parameters<typeof panel>[0], 'mark' | 'reference'> & { retry?: unknown },
  ): TemplateResult {
    const { continueTo, closeWindow } = this.#say.words.connectionResult;
    // What comes next here is no matter of someone who was only sent a link.
    const isGuest = this.result?.for === 'shared';
    return panel({
      says,
      level: this.headingLevel,
      ...facts,
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

  #look(): void {
    const session = this.current;
    if (!session || this.result) return;
    const ticket = arrived;
    arrived = undefined;
    // Whoever comes back from nobody knows where is not told what an earlier ticket says.
    if (ticket === unknown) clearReturn(session);
    const back = returnOf(session, ticket === unknown ? undefined : ticket);
    if (back) void this.#reading.run({ session, back });
  }

  async #read({ session, back }: Asking): Promise<void> {
    const { status, isNews } = readReturn(session, back);
    this.result = await status;
    if (isNews) dispatchFrom(this, new ReturnedEvent(this.result));
  }

  /** Browsers close only windows that a script opened; where this one is kept, the person is told. */
  #onClose(): void {
    window.close();
    this.stuck = !window.closed;
  }
}
