import type { ParsedSettings } from '../settings.js';

/** A call of the host's `company` that has not begun yet. */
interface PendingCall {
  readonly context: unknown;
  readonly company: Promise<string | null>;
}

/**
 * Returns a function that asks the host for the company of a request's cookies alone, which a browser sends by itself.
 * Requests that are equal in URL, method, cookies and context share a call if they arrive before it starts, in the next
 * microtask. Later ones make a call of their own, since the person may have signed out.
 */
export function dedupeCompanyLookupsByCookies(company: ParsedSettings['company']): ParsedSettings['company'] {
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
