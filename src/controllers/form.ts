import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What an element says to the form around it. */
export interface Field {
  /** The name its values go by; without one nothing is sent. */
  readonly name: string;
  readonly values: readonly string[];
  /** Whether the values are known yet. */
  readonly settled: boolean;
  /** What is still asked of the person, in words; empty when nothing is. */
  readonly missing: string;
  /** Where focus goes and the browser's message points. */
  readonly anchor: HTMLElement | null;
}

/** Makes an element a field of the form around it (HTML, form-associated custom elements). */
export class FormController implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #internals: Partial<ElementInternals>;
  readonly #field: () => Field;
  #asked = false;
  /** The values that were known last. */
  #before: string | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    internals: Partial<ElementInternals>,
    field: () => Field,
  ) {
    this.#host = host;
    this.#internals = internals;
    this.#field = field;
    host.addController(this);
    host.addEventListener('invalid', () => {
      this.#asked = true;
      host.requestUpdate();
    });
  }

  /** The words to show in the element itself, once the form was to be sent without it. */
  get complaint(): string {
    return this.#asked ? this.#field().missing : '';
  }

  hostUpdated(): void {
    const { name, values, settled, missing, anchor } = this.#field();
    const data = new FormData();
    for (const value of values) data.append(name, value);
    this.#internals.setFormValue?.(name && values.length > 0 ? data : null);
    this.#internals.setValidity?.(missing ? { valueMissing: true } : {}, missing, anchor ?? undefined);
    if (settled) this.#tellChange(values.join());
  }

  /** As native fields do, says that the value has changed, and nothing of the one it begins with. */
  #tellChange(now: string): void {
    const before = this.#before;
    this.#before = now;
    if (before !== undefined && now !== before)
      this.#host.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Forgets that the form was to be sent, as when it is reset. */
  reset(): void {
    this.#asked = false;
  }
}
