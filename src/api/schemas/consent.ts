import { list, object, read, text, type Held } from './parsing/shape.js';

const wire = object({
  version: text,
  locale: text,
  sections: list(object({ title: text, body: text })),
  agree: text,
});

/** What the host asks a person to agree to before a platform is connected: its own words, plain text, in one language. */
export const consent = read(wire, (words) => words);

export type Consent = Held<typeof wire>;

const receiptWire = object({
  receipt: text,
  version: text,
  locale: text,
  platformKey: text,
  companyId: text,
  at: text,
  hash: text,
});

/** That the person agreed, on record at the host: to which words (`hash`), for which platform, and when (ISO 8601, UTC). */
export const consentReceipt = read(receiptWire, (receipt) => receipt);

export type ConsentReceipt = Held<typeof receiptWire>;
