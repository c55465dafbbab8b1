import { hasUrlCredentials } from '../gateway/settings.js';
import { UsageError } from './environment.js';

/** The URL of an option or argument. Throws a `UsageError` unless it is an http address without a fragment or a password. */
export function parseUrlOption(option: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || hasUrlCredentials(url) || url.hash) {
    throw new UsageError(`${option} must be an address such as https://www.lender.example/codat.`);
  }
  return url.href;
}

/** Parses the address of an option to which paths will be appended. Refuses a query, and removes slashes at the end. */
export function parseBaseUrlOption(option: string, text: string): string {
  const address = parseUrlOption(option, text);
  if (address.includes('?')) throw new UsageError(`${option} must be an address without a query.`);
  return address.replace(/\/+$/, '');
}

/** Whether nobody on the way can read requests to this address: https, or http on this machine. */
export const isSecure = (address: string): boolean =>
  /^https:|^http:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])[:/]/.test(address);

/**
 * Turns an error of `listen` that the host or port caused into a `UsageError` that says what to change, and returns
 * any other as it is. `optionOf` names the option that sets a port.
 */
export function toListenFailure(thrown: unknown, optionOf: (port: unknown) => string): unknown {
  const { code, port } = Object(thrown) as { code?: unknown; port?: unknown };
  if (hostFailures.has(code))
    return new UsageError('HOST and INTERNAL_HOST must be addresses of this machine.');
  const reason = code === 'EADDRINUSE' ? 'is taken' : code === 'EACCES' ? 'is only for administrators' : '';
  if (!reason) return thrown;
  return new UsageError(`Port ${String(port)} ${reason}: choose another with ${optionOf(port)}.`);
}

/** The codes of failures that are due to the address, and not to the port. */
const hostFailures: ReadonlySet<unknown> = new Set(['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN']);
