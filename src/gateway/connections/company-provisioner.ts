import * as z from 'zod/mini';
import type { CodatClient } from '../codat/codat-client.js';
import type { Locks } from '../store/locks.js';
import { parseStoredId } from '../store/parse-stored.js';
import { HttpError } from '../http-error.js';
import { company } from '../codat/schemas.js';
import type { ParsedSettings } from '../settings.js';
import { SingleFlight } from '../single-flight.js';

/** A customer of the lender, to be found or created at Codat. */
export interface ReferencedCompany {
  /** The lender's own id of the customer: up to 100 letters, digits and `. _ @ -`. Kept in the company's tag `uid`. */
  reference: string;
  /** Shown to the lender's staff in Codat's Portal. */
  description?: string | undefined;
}

const referencePattern = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,99}$/;

/** Throws a `TypeError` for an invalid reference. Plain JavaScript may pass a number, which `===` would never find among the tags. */
function assertReference(method: string, reference: unknown): void {
  if (typeof reference !== 'string' || !referencePattern.test(reference)) {
    const problem = `${method}: \`reference\` must be a string of up to 100 letters, digits and . _ @ - only.`;
    // The log has the code of an error and not its message.
    throw Object.assign(new TypeError(problem), { code: 'NOT_A_REFERENCE' });
  }
}

/** Finds or creates companies at Codat by the lender's own id. */
export class CompanyProvisioner {
  readonly #codat: CodatClient;
  readonly #locks: Locks;
  readonly #settings: ParsedSettings;
  readonly #ensuring = new SingleFlight<string>();

  constructor(codat: CodatClient, locks: Locks, settings: ParsedSettings) {
    this.#codat = codat;
    this.#locks = locks;
    this.#settings = settings;
  }

  /** Deletes a reference from the store. Resolves with Codat's id of its company; undefined if the customer has none. */
  async removeReference(reference: string): Promise<string | undefined> {
    assertReference('forgetCompany', reference);
    const { store, emit } = this.#settings;
    const stored = parseStoredId(await store.get(`company:${reference}`), emit);
    const id = stored ?? (await this.#find(reference));
    await store.delete(`company:${reference}`);
    return id;
  }

  /** Codat's id of the customer's company, created when there is none. Concurrent calls get the same one. */
  async ensure({ reference, description }: ReferencedCompany): Promise<string> {
    assertReference('ensureCompany', reference);
    return this.#ensuring.run(reference, () => this.#ensure(reference, description));
  }

  async #ensure(reference: string, description: string | undefined): Promise<string> {
    const { store, emit } = this.#settings;
    return this.#locks.request(`ensure-company:${reference}`, async (lock) => {
      const known =
        parseStoredId(await store.get(`company:${reference}`), emit) ?? (await this.#find(reference));
      if (known) return known;
      await lock.assertSafe();
      const created = await this.#codat.change('POST', 'companies', z.object({ id: z.string() }), {
        // Codat silently drops `_` from names; the tag keeps it.
        name: reference.replaceAll('_', '-'),
        description,
        tags: { uid: reference },
      });
      const id = created?.id ?? (await this.#find(reference));
      if (!id) throw new HttpError(502, 'Codat’s answer could not be read.', { mayBeDone: true });
      // Codat's search finds a new company only after a moment.
      await store.set(`company:${reference}`, id, 60_000).catch(() => undefined);
      return id;
    });
  }

  /** Codat's id of the oldest company with this reference. Filtered here too, in case Codat ignores the query. */
  async #find(reference: string): Promise<string | undefined> {
    const found: z.output<typeof company>[] = [];
    for await (const each of this.#codat.readAll('companies', company, {
      query: { tags: `uid=${reference}` },
    })) {
      if (each.tags?.['uid'] === reference) found.push(each);
    }
    return found.sort((one, other) => (one.created ?? '').localeCompare(other.created ?? ''))[0]?.id;
  }
}
