import type { PropertyDeclarations } from 'lit';
import { FormAssociatedController } from '../controllers/form-associated.js';
import { CodatElement } from './codat-element.js';

/** A form-associated custom element with the properties and methods of a native field, by `ElementInternals`. */
export abstract class FormAssociatedElement extends CodatElement {
  static readonly formAssociated = true;

  static override shadowRootOptions: ShadowRootInit = {
    ...CodatElement.shadowRootOptions,
    delegatesFocus: true,
  };

  static override properties: PropertyDeclarations = {
    name: {},
    required: { type: Boolean },
    disabled: { type: Boolean, reflect: true },
    // Lit gives the getter a setter without effect, since frameworks that bind a field both ways set its value, and takes
    // away what was set before the element was defined.
    value: { attribute: false },
    fieldsetDisabled: { state: true },
  };

  /** The name of the form entries; without one, nothing is submitted. */
  name = '';

  /** Whether the form requires a connection before it can be submitted. */
  required = false;

  /** Whether the field is disabled: the person can't change it, and the form doesn't submit it. */
  disabled = false;

  /** Whether the fieldset around it is disabled. */
  protected fieldsetDisabled = false;

  protected readonly field = new FormAssociatedController(
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

  /** The values that the form submits, one entry each. */
  protected abstract get values(): readonly string[];

  /** Whether the values are known. */
  protected abstract get loaded(): boolean;

  /** Whether the field meets `required`. */
  protected abstract get isSatisfied(): boolean;

  /** The validation message while `required` isn't met. */
  protected abstract get requiredMessage(): string;

  get #isValid(): boolean {
    return !this.required || this.isSatisfied;
  }

  /** The ids of the connections that the form submits, one entry each. */
  get value(): readonly string[] {
    return this.values;
  }

  /** The form that the field belongs to; null if there is none. */
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

  /** Called by the browser when the element, or a fieldset around it, is disabled or enabled. */
  formDisabledCallback(disabled: boolean): void {
    // Not at once: an update that reflects `disabled` calls this, and Lit renders no change made within an update.
    queueMicrotask(() => (this.fieldsetDisabled = disabled));
  }
}
