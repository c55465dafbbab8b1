import type { PropertyDeclarations } from 'lit';
import { FormController } from '../controllers/form.js';
import { CodatElement } from './codat-element.js';

/** An element that is a field of the form around it: what every native field has, from the same internals. */
export abstract class FormField extends CodatElement {
  static readonly formAssociated = true;

  static override shadowRootOptions: ShadowRootInit = {
    ...CodatElement.shadowRootOptions,
    delegatesFocus: true,
  };

  static override properties: PropertyDeclarations = {
    name: {},
    required: { type: Boolean },
    disabled: { type: Boolean, reflect: true },
    barred: { state: true },
  };

  /** The name its value goes by in a form. */
  name = '';

  /** Whether the form around it can't be sent without it. */
  required = false;

  /** Whether it can't be used. */
  disabled = false;

  /** Whether the fieldset around it is disabled. */
  protected barred = false;

  protected readonly field = new FormController(this, this.internals, () => ({
    name: this.name,
    values: this.values,
    validationMessage: this.#isValid ? '' : this.missing,
    loaded: this.settled,
    anchor: this.renderRoot.querySelector<HTMLElement>('input, button, a'),
  }));

  /** What it sends with the form, an entry each. */
  protected abstract get values(): readonly string[];

  /** Whether its value is known yet. */
  protected abstract get settled(): boolean;

  /** Whether it has what a form that requires it asks for. */
  protected abstract get met(): boolean;

  /** What to say when the form requires it and it hasn't. */
  protected abstract get missing(): string;

  get #isValid(): boolean {
    return !this.required || this.met;
  }

  /** The ids of the connections it sends with the form. */
  get value(): readonly string[] {
    return this.values;
  }

  /** The form it belongs to, if any. */
  get form(): HTMLFormElement | null {
    return this.internals.form ?? null;
  }

  get validity(): ValidityState {
    return this.internals.validity ?? ({ valid: this.#isValid } as ValidityState);
  }

  get validationMessage(): string {
    return this.internals.validationMessage ?? '';
  }

  get willValidate(): boolean {
    return this.internals.willValidate ?? false;
  }

  checkValidity(): boolean {
    return this.internals.checkValidity?.() ?? this.#isValid;
  }

  reportValidity(): boolean {
    return this.internals.reportValidity?.() ?? this.#isValid;
  }

  /** The browser's: the form was reset. */
  formResetCallback(): void {
    this.field.reset();
  }

  /** The browser's: the fieldset around it was disabled or enabled. */
  formDisabledCallback(disabled: boolean): void {
    this.barred = disabled;
  }
}
