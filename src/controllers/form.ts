import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The state of an element as a form field. */
export interface FieldState {
  /** The name of the form entries; without one, nothing is submitted. */
  readonly name: string;
  readonly values: readonly string[];
  /** Whether the values are known. */
  readonly loaded: boolean;
  /** Why the element is invalid; empty when it is valid. */
  readonly validationMessage: string;
  /** The element that the browser focuses, and beside which it shows its message. */
  readonly anchor: HTMLElement | null;
}

/** Makes its host a form-associated custom element (HTML). */
export class FormController implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #internals: Partial<ElementInternals>;
  readonly #getState: () => FieldState;
  #showsError = false;
  /** The last known values, joined. */
  #previousValue: string | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    internals: Partial<ElementInternals>,
    getState: () => FieldState,
  ) {
    this.#host = host;
    this.#internals = internals;
    this.#getState = getState;
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
    const { name, values, loaded, validationMessage, anchor } = this.#getState();
    const data = new FormData();
    for (const value of values) data.append(name, value);
    this.#internals.setFormValue?.(name && values.length > 0 ? data : null);
    this.#internals.setValidity?.(
      validationMessage ? { valueMissing: true } : {},
      validationMessage,
      anchor ?? undefined,
    );
    if (loaded) this.#dispatchChange(values.join());
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
