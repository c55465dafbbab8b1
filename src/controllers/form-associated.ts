import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The state of an element as a form field. */
interface FieldState {
  /** The name of the form entries; without one, nothing is submitted. */
  readonly name: string;
  readonly values: readonly string[];
  /** Whether the values are known. */
  readonly loaded: boolean;
  /** Why the element is invalid; empty when it is valid. */
  readonly validationMessage: string;
}

/** Makes its host a form-associated custom element (HTML). */
export class FormAssociatedController implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #internals: Partial<ElementInternals>;
  readonly #getState: () => FieldState;
  /** The element that the browser focuses, and beside which it shows its message. */
  readonly #getAnchor: () => HTMLElement | null;
  /** The form entries that were set last. */
  #entries: string | undefined;
  #isValid = true;
  #showsError = false;
  /** The last known values, joined. */
  #previousValue: string | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    internals: Partial<ElementInternals>,
    getState: () => FieldState,
    getAnchor: () => HTMLElement | null,
  ) {
    this.#host = host;
    this.#internals = internals;
    this.#getState = getState;
    this.#getAnchor = getAnchor;
    host.addController(this);
    host.addEventListener('invalid', () => {
      this.#showsError = true;
      host.requestUpdate();
    });
  }

  /** The message the element shows itself, once validation has failed. */
  get visibleError(): string {
    return this.#showsError ? this.#getState().validationMessage : '';
  }

  hostUpdated(): void {
    const { name, values, loaded, validationMessage } = this.#getState();
    this.#setFormValue(name, values);
    this.#setValidity(validationMessage);
    if (loaded) this.#dispatchChange(values.join());
  }

  /** Only on change: browsers restyle the element for each call. */
  #setFormValue(name: string, values: readonly string[]): void {
    const entries = JSON.stringify([name, values]);
    if (entries === this.#entries) return;
    this.#entries = entries;
    const data = new FormData();
    for (const value of values) data.append(name, value);
    this.#internals.setFormValue?.(name && values.length > 0 ? data : null);
  }

  /** Sets the validity again even if the message is the same, since each view has another anchor. Does nothing while the element stays valid. */
  #setValidity(message: string): void {
    if (!message && this.#isValid) return;
    this.#isValid = !message;
    const anchor = this.#getAnchor() ?? undefined;
    this.#internals.setValidity?.(message ? { valueMissing: true } : {}, message, anchor);
  }

  /** Dispatches `change` as native fields do, and not for the initial value. */
  #dispatchChange(value: string): void {
    const previous = this.#previousValue;
    this.#previousValue = value;
    if (previous !== undefined && value !== previous)
      this.#host.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Hides the error until validation fails again. */
  reset(): void {
    this.#showsError = false;
  }
}
