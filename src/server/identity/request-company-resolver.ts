import { isWithinDurationSince } from '../../gateway/is-within-duration-since.js';
import { setInBoundedMap } from '../../gateway/limits/set-in-bounded-map.js';
import type { IdentifyCompany, CompanyIdOrReference, NodeRequestContext } from './identify.js';

/** How long the company of a reference is cached. It never changes, but may be deleted at Codat. */
const cacheMs = 24 * 3_600_000;

/** The most references in the cache. */
const maxCached = 10_000;

interface RequestCompanyResolverDeps {
  readonly ensureCompany: (reference: { reference: string }) => Promise<string>;
  /** A monotonic clock in milliseconds. */
  readonly elapsed: () => number;
}

/** Finds the company of a request, and creates it at Codat if need be. */
interface RequestCompanyResolver {
  /** The gateway's `company`. */
  readonly company: (request: Request, context: NodeRequestContext) => Promise<string | null>;
  /** Drops the references of a company. */
  readonly forget: (company: string) => void;
}

/**
 * Creates the gateway's `company` from a way of identity. It finds or creates the company of a reference at Codat, and
 * caches its id; it never caches who is signed in.
 */
export function createRequestCompanyResolver(
  identify: IdentifyCompany,
  { ensureCompany, elapsed }: RequestCompanyResolverDeps,
): RequestCompanyResolver {
  const cached = new Map<string, { readonly id: string; readonly at: number }>();

  const companyOf = async (named: CompanyIdOrReference): Promise<string | null> => {
    if (named === null) return null;
    if ('companyId' in named) return named.companyId;
    const { reference } = named;
    const known = cached.get(reference);
    if (known && isWithinDurationSince(known.at, cacheMs, elapsed())) return known.id;
    const id = await ensureCompany({ reference });
    setInBoundedMap(cached, reference, { id, at: elapsed() }, maxCached);
    return id;
  };
  return {
    company: async (request, context) => companyOf(await identify(request, context)),
    forget(company) {
      for (const [reference, { id }] of cached) if (id.toLowerCase() === company) cached.delete(reference);
    },
  };
}
