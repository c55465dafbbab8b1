import { isRecent } from '../../gateway/is-recent.js';
import type { Identify, IdentifiedCompany, IdentifyContext } from './identify.js';

/** A reference is the same company for good; a day later it is looked up again, for it may have been deleted at Codat. */
const keepMs = 24 * 3_600_000;

/** References that are kept, at most. */
const maxKept = 10_000;

interface CompaniesDeps {
  readonly ensureCompany: (reference: { reference: string }) => Promise<string>;
  /** A monotonic clock in milliseconds. */
  readonly elapsed: () => number;
}

/** The companies of the people who ask. */
interface CompanyProvisioner {
  /** The gateway's `company`. */
  readonly company: (request: Request, visit: IdentifyContext) => Promise<string | null>;
  /** Drops the references of a company. */
  readonly forget: (company: string) => void;
}

/**
 * Creates the gateway's `company` from a way of identity. It finds or creates the company of a reference at Codat, and
 * caches its id; it never caches who is signed in.
 */
export function createCompanyProvisioner(
  identify: Identify,
  { ensureCompany, elapsed }: CompaniesDeps,
): CompanyProvisioner {
  const kept = new Map<string, { readonly id: string; readonly at: number }>();

  const companyOf = async (named: IdentifiedCompany): Promise<string | null> => {
    if (named === null) return null;
    if ('companyId' in named) return named.companyId;
    const { reference } = named;
    const known = kept.get(reference);
    if (known && isRecent(known.at, keepMs, elapsed())) return known.id;
    const id = await ensureCompany({ reference });
    const [oldest] = kept.keys();
    if (kept.size >= maxKept && oldest !== undefined) kept.delete(oldest);
    kept.delete(reference);
    kept.set(reference, { id, at: elapsed() });
    return id;
  };
  return {
    company: async (request, visit) => companyOf(await identify(request, visit)),
    forget(company) {
      for (const [reference, { id }] of kept) if (id.toLowerCase() === company) kept.delete(reference);
    },
  };
}
