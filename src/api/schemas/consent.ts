import { array, object, parser, string, type Infer } from './parsing/shape.js';

const wire = object({
  version: string,
  locale: string,
  sections: array(object({ title: string, body: string })),
  agree: string,
});

/** The host's terms, which a person agrees to before connecting a platform: plain text in one language. */
export const consent = parser(wire, (words) => words);

export type Consent = Infer<typeof wire>;

const receiptWire = object({
  receipt: string,
  version: string,
  locale: string,
  platformKey: string,
  companyId: string,
  at: string,
  hash: string,
});

/** The gateway's receipt of a consent: `hash` is that of the terms, `at` the time (ISO 8601, UTC), `receipt` the signed token. */
export const consentReceipt = parser(receiptWire, (receipt) => receipt);

export type ConsentReceipt = Infer<typeof receiptWire>;
