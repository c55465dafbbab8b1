import type { Settings } from '../settings.js';

/** A call of the host's `company` that has not begun yet. */
interface PendingCall {
  readonly context: unknown;
  readonly company: Promise<string | null>;
}

/**
 * Returns a function that asks the host for the company of a request's cookies alone, which a browser sends by itself.
 * Requests of the same moment share a call when they are equal in URL, method, cookies and context. The call begins in
 * the next microtask. A request that arrives after that makes a call of its own: the person may have signed out
 * meanwhile.
 */
export function createCompanyLookupByCookies(company: Settings['company']): Settings['company'] {
  const pending = new Map<string, PendingCall>();
  return ({ url, method, headers }, context) => {
    const cookie = headers.get('Cookie');
    const key = `${method} ${url}\n${cookie ?? ''}`;
    const last = pending.get(key);
    if (last && last.context === context) return last.company;

    const ask = (): Promise<string | null> => {
      if (pending.get(key) === call) pending.delete(key);
      return company(
        new Request(url, { method, headers: cookie === null ? {} : { Cookie: cookie } }),
        context,
      );
    };
    const call: PendingCall = { context, company: Promise.resolve().then(ask) };
    pending.set(key, call);
    return call.company;
  };
}
