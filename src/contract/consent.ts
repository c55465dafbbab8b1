import { array, object, string, type Shape } from './shape.js';

/** The host's consent text in one language, to which a person agrees before a platform is connected. */
export interface ConsentText {
  /** The host's name for this text. Change it whenever the text changes. */
  readonly version: string;
  /** A BCP 47 language tag such as `en-GB`. */
  readonly locale: string;
  /** Sections on, for example, purpose, access, data types, retention and terms, in the host's order. Plain text. */
  readonly sections: readonly { readonly title: string; readonly body: string }[];
  /** The label of the checkbox that the person ticks. */
  readonly agree: string;
}

/** The answer of `GET /consents`. */
export const consentTextShape: Shape<ConsentText> = object({
  version: string,
  locale: string,
  sections: array(object({ title: string, body: string })),
  agree: string,
});

/** The body of `POST /consents`: the text that the person agreed to, and the platform it is for. */
export interface AgreementBody {
  readonly version: string;
  readonly locale: string;
  readonly platformKey: string;
}

/** The record of a consent. The host stores it; a page sends its `receipt` to create a connection. */
export interface ConsentReceipt extends AgreementBody {
  /** Signed by the gateway, and valid there for 24 hours. */
  readonly receipt: string;
  readonly companyId: string;
  /** When the person agreed: ISO 8601, in UTC. */
  readonly at: string;
  /** SHA-256, in hexadecimal, of the consent: JSON without spaces of `version`, `locale`, `sections` and `agree`. */
  readonly hash: string;
}

/** The answer of `POST /consents`. */
export const consentReceiptShape: Shape<ConsentReceipt> = object({
  receipt: string,
  version: string,
  locale: string,
  platformKey: string,
  companyId: string,
  at: string,
  hash: string,
});
