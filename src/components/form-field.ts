import type { PropertyDeclarations } from 'lit';
import { FormController } from '../controllers/form.js';
import { CodatElement } from './codat-element.js';

/** A form-associated custom element with the properties and methods of a native field, by `ElementInternals`. */
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
    fieldsetDisabled: { state: true },
  };

  /** The name of its form entries. */
  name = '';

  /** Whether the form can't be submitted without a value. */
  required = false;

  /** Whether it is disabled. */
  disabled = false;

  /** Whether the fieldset around it is disabled. */
  protected fieldsetDisabled = false;

  protected readonly field = new FormController(
    this,
    this.internals,
    () => ({
      name: this.name,
      values: this.values,
      validationMessage: this.#isValid ? '' : this.requiredMessage,
      loaded: this.loaded,
    }),
    () => this.renderRoot.querySelector<HTMLElement>('input, button, a'),
  );

  /** The values it submits, one form entry each. */
  protected abstract get values(): readonly string[];

  /** Whether its values are known. */
  protected abstract get loaded(): boolean;

  /** Whether it meets `required`. */
  protected abstract get isSatisfied(): boolean;

  /** The message when `required` isn't met. */
  protected abstract get requiredMessage(): string;

  get #isValid(): boolean {
    return !this.required || this.isSatisfied;
  }

  /** The ids of the connections it submits with the form. */
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

  /** Called by the browser when the form is reset. */
  formResetCallback(): void {
    this.field.reset();
  }

  /** Called by the browser when a fieldset around it is disabled or enabled. */
  formDisabledCallback(disabled: boolean): void {
    this.fieldsetDisabled = disabled;
  }
}
