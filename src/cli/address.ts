import { UsageError } from './environment.js';

/** The URL of an option or argument. Throws a `UsageError` unless it is an http address without a fragment or a password. */
export function toHttpHref(option: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.hash) {
    throw new UsageError(`${option} must be an address such as https://www.lender.example/codat.`);
  }
  return url.href;
}

/** Whether nobody on the way can read requests to this address: https, or http on this machine. */
export const isSecure = (address: string): boolean =>
  /^https:|^http:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])[:/]/.test(address);
