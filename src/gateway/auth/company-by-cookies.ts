import type { Settings } from '../settings.js';

interface Check {
  readonly context: unknown;
  readonly company: Promise<string | null>;
}

/**
 * Returns a function that asks the host for the company of a request's cookies alone, which a browser sends by itself.
 * Requests that are equal in URL, method, cookies and context share a call that began in the same turn of the event loop
 * and is still running. No later request joins it, nor is its answer kept: a person may have signed out meanwhile.
 */
export function companyByCookies(company: Settings['company']): Settings['company'] {
  const checks = new Map<string, Check>();
  return ({ url, method, headers }, context) => {
    const cookie = headers.get('Cookie');
    const key = `${method} ${url}\n${cookie ?? ''}`;
    const running = checks.get(key);
    if (running && running.context === context) return running.company;
    if (checks.size === 0) atEndOfTurn(() => checks.clear());
    const request = new Request(url, { method, headers: cookie === null ? {} : { Cookie: cookie } });
    const check: Check = { context, company: company(request, context) };
    checks.set(key, check);
    const end = () => checks.get(key) === check && checks.delete(key);
    check.company.then(end, end);
    return check.company;
  };
}

/**
 * Calls back before the event loop takes up the next events. Without `setImmediate`, as on Workers, already after the
 * functions that are waiting for nothing but each other.
 */
function atEndOfTurn(callback: () => void): void {
  const { setImmediate } = globalThis as { setImmediate?: (callback: () => void) => unknown };
  if (setImmediate) setImmediate(callback);
  else queueMicrotask(callback);
}
