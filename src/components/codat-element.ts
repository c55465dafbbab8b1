import { LitElement, type PropertyDeclarations } from 'lit';
import { internalsOf } from '../browser/internals.js';
import { EscapeController } from '../controllers/escape.js';
import { StatesController } from '../controllers/states.js';
import { sessionFor, type Session } from '../session/session.js';
import { level } from './keys.js';

/** What every element has that shows a company's data: where the token comes from, and the words and name to speak with. */
export abstract class CodatElement extends LitElement {
  static override properties: PropertyDeclarations = {
    tokenEndpoint: { attribute: 'token-endpoint' },
    lender: {},
    headingLevel: { attribute: 'heading-level', converter: level.converter },
    session: { attribute: false },
  };

  /** The host's URL that hands out a token for the person's company. Elements that name the same one share everything. */
  tokenEndpoint = '';

  /** The lender's name as people know it. */
  lender = '';

  /** The level of the element's heading on the page, 1 to 6. */
  headingLevel = 2;

  /** A session wired by hand, instead of `token-endpoint`. */
  session: Session | undefined;

  protected readonly internals = internalsOf(this);
  protected readonly states = new StatesController(this, this.internals, () => this.situation);
  readonly #escape = new EscapeController(this);

  /** Where the element stands, as a host's style sheet may ask by `:state()`. */
  protected abstract get situation(): string;

  /** `lang` is the platform's own attribute: it is only watched here, so that a change is heard. */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === 'lang') this.requestUpdate();
  }

  /** What a person types in here is no input to the form around; what is in a slot is the host's. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    for (const type of ['beforeinput', 'input'])
      root.addEventListener(type, (event) => {
        if (root.contains(event.target as Node)) event.stopPropagation();
      });
    return root;
  }

  protected get current(): Session | undefined {
    return sessionOf(this);
  }
}

/** The session an element uses, however its token endpoint is written. */
export const sessionOf = ({
  session,
  tokenEndpoint,
}: Pick<CodatElement, 'session' | 'tokenEndpoint'>): Session | undefined =>
  session ?? (tokenEndpoint ? sessionFor(tokenEndpoint) : undefined);
