import { LitElement, type CSSResultGroup, type PropertyDeclarations } from 'lit';
import { attachInternals } from '../browser/internals.js';
import { CustomStateController } from '../controllers/custom-state.js';
import { EscapePropagationController } from '../controllers/escape-propagation.js';
import { sessionForTokenEndpoint, type Session } from '../session/session.js';
import { baseStyles } from '../styles/base.js';
import { buttonStyles } from '../styles/buttons.js';
import { tokenStyles } from '../styles/tokens.js';
import { headingLevelConverter } from './properties.js';

/** The base of every element that shows a company's data: its session, the lender's name and the heading level. */
export abstract class CodatElement extends LitElement {
  static override styles: CSSResultGroup = [tokenStyles, baseStyles, buttonStyles];

  static override properties: PropertyDeclarations = {
    tokenEndpoint: { attribute: 'token-endpoint' },
    lender: {},
    headingLevel: { attribute: 'heading-level', converter: headingLevelConverter },
    session: { attribute: false },
  };

  /** The URL of the host's token endpoint, relative to the page or absolute. Elements with the same URL share one session. */
  tokenEndpoint = '';

  /** The lender's name as people know it, for the element's messages. If empty, messages use a general phrase instead. */
  lender = '';

  /** The level of the element's heading (`aria-level`), 1 to 6. As an attribute, any other value means 2. */
  headingLevel = 2;

  /** A session made by `createSession`, used instead of `token-endpoint`. */
  session: Session | undefined;

  protected readonly internals = attachInternals(this);
  readonly #customState = new CustomStateController(this, this.internals, () => this.customState);
  readonly #escape = new EscapePropagationController(this);

  /** The custom state that the page's style sheet can match by `:state()`. */
  protected abstract get customState(): string;

  /** A property with a converter that is set to undefined or null, as frameworks set an omitted prop, gets the value that it has without the attribute. */
  protected static override finalize(): void {
    if (Object.hasOwn(this, 'finalized')) return;
    super.finalize();
    for (const [name, options] of this.elementProperties) {
      // Lit defines setters for the class's own properties only, and all our converters have `fromAttribute`.
      const descriptor = Object.getOwnPropertyDescriptor(this.prototype, name) as
        Required<PropertyDescriptor> | undefined;
      const converter = options.converter as { fromAttribute(value: null): unknown } | undefined;
      if (descriptor && converter)
        Object.defineProperty(this.prototype, name, {
          ...descriptor,
          set(value: unknown) {
            descriptor.set.call(this, value ?? converter.fromAttribute(null));
          },
        });
    }
  }

  /** `lang` is HTML's own attribute; it is observed so that a change renders the element again. */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, previous: string | null, value: string | null): void {
    super.attributeChangedCallback(name, previous, value);
    if (name === 'lang') this.requestUpdate();
  }

  /**
   * Stops `input` events of our own fields, which a form around the element would take for its own. Those of slotted
   * fields pass. A pressed button or link gets a `tabindex`: without one Safari doesn't focus it, and `delegatesFocus`
   * moves focus to the search field, which opens a phone's keyboard. A press on plain text would do the same in every
   * browser, and in Chromium prevent selection, so the base takes the focus and drops it.
   */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    for (const type of ['beforeinput', 'input'])
      root.addEventListener(type, (event) => {
        if (root.contains(event.target as Node)) event.stopPropagation();
      });
    root.addEventListener('pointerdown', ({ target }) => {
      const control = (target as Element).closest<HTMLElement>('button,a');
      if (control?.tabIndex === 0 && root.contains(control)) control.tabIndex = 0;
    });
    root.addEventListener('mousedown', () => {
      const base = this.shadowRoot?.delegatesFocus && root.querySelector<HTMLElement>('[part=base]');
      if (!base) return;
      base.tabIndex = -1;
      // Undone once the browser has moved focus: a focusable or focused base would keep `focus()` from reaching the field.
      setTimeout(() => {
        base.removeAttribute('tabindex');
        base.blur();
      });
    });
    return root;
  }

  protected get activeSession(): Session | undefined {
    return resolveOwnOrSharedSession(this);
  }
}

/** The session of an element: its own, else the shared one of its token endpoint. */
export const resolveOwnOrSharedSession = ({
  session,
  tokenEndpoint,
}: Pick<CodatElement, 'session' | 'tokenEndpoint'>): Session | undefined =>
  session ?? (tokenEndpoint ? sessionForTokenEndpoint(tokenEndpoint) : undefined);
