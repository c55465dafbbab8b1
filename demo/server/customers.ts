import { createHash, randomBytes, randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { applicationShape, type Application } from './application.js';
import type { Quote } from './quote.js';

const customer = z.object({
  number: z.string(),
  quote: z.object({ amount: z.number(), months: z.number() }),
  companyId: z.optional(z.string()),
  /** The name of the business, as far as it is typed. */
  business: z.optional(z.string()),
  sent: z.optional(z.object({ at: z.string(), application: applicationShape })),
});

const book = z.object({ customers: z.array(customer), sessions: z.record(z.string(), z.string()) });

/** Someone Larkspur knows. `companyId` is their company at Codat, absent until Codat has answered once. */
export type Customer = Readonly<z.infer<typeof customer>>;

/**
 * Larkspur's customers and who is signed in, kept in one file so that a restart changes nothing. A pretend bank's
 * sign-in: knowing the customer number is enough.
 */
export class Customers {
  readonly #file: string;
  readonly #customers: Map<string, Customer>;
  /** Hash of the cookie → customer number. The cookie itself is kept nowhere. */
  readonly #sessions: Map<string, string>;

  /** @throws when the file is there and is not ours to read. */
  constructor(file: string) {
    this.#file = file;
    const { customers, sessions } = read(file);
    this.#customers = new Map(customers.map((known) => [known.number, known]));
    this.#sessions = new Map(Object.entries(sessions));
  }

  /** The customer this session cookie belongs to, or null. */
  signedIn(session: string | undefined): Customer | null {
    const number = session && this.#sessions.get(hash(session));
    return (number && this.#customers.get(number)) || null;
  }

  /** The customer with this number, or null. */
  find(number: string): Customer | null {
    return this.#customers.get(number) ?? null;
  }

  /** The name of the business of the customer with this number. */
  businessOf(number: string): string | undefined {
    const customer = this.find(number);
    return customer?.sent?.application.business ?? customer?.business;
  }

  /** Notes what someone would like to borrow; someone new becomes a customer. */
  quote(known: Customer | null, quote: Quote): Customer {
    return this.save({ ...(known ?? { number: customerNumber() }), quote });
  }

  /** Stores the finished application, sent now. */
  receive(known: Customer, application: Application): Customer {
    return this.save({ ...known, sent: { at: new Date().toISOString(), application } });
  }

  /** Forgets the application that was sent. */
  withdraw(known: Customer): Customer {
    return this.save({ ...known, sent: undefined });
  }

  /** Remembers what is now known of a customer. */
  save(changed: Customer): Customer {
    this.#customers.set(changed.number, changed);
    this.#save();
    return changed;
  }

  /** Signs a customer in; answers what their cookie is to hold. */
  openSession({ number }: Customer): string {
    const session = randomBytes(18).toString('base64url');
    this.#sessions.set(hash(session), number);
    this.#save();
    return session;
  }

  /** Ends a session for good, whoever still holds its cookie. */
  closeSession(session: string): void {
    this.#sessions.delete(hash(session));
    this.#save();
  }

  #save(): void {
    const whole = { customers: [...this.#customers.values()], sessions: Object.fromEntries(this.#sessions) };
    mkdirSync(dirname(this.#file), { recursive: true });
    // Written beside and moved into place, so that a stop half-way leaves the last good file.
    writeFileSync(`${this.#file}.new`, JSON.stringify(whole, null, 2), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function read(file: string): z.infer<typeof book> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { customers: [], sessions: {} };
  }
  try {
    return book.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${file} is not a list of Larkspur's customers. Move it away to begin with none.`, {
      cause,
    });
  }
}

const hash = (session: string): string => createHash('sha256').update(session).digest('base64url');

/** Letters and digits that are not mistaken for one another when read out. */
const plain = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

function customerNumber(): string {
  const four = () => Array.from({ length: 4 }, () => plain.charAt(randomInt(plain.length))).join('');
  return `LL-${four()}-${four()}`;
}
