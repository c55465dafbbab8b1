import type { MiddlewareHandler } from 'hono';
import { notFromHere } from '../pages/notice.js';

/** A page made with Vue has the policy that Vue makes too. */
const policyOf = (path: string): string => (/^\/vue\/?$/.test(path) ? `${policy} vue` : policy);

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'allow-duplicates' lit-html",
].join('; ');

const headers: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  // Forms need their Origin; other sites need nothing.
  'Referrer-Policy': 'same-origin',
  // Keeps other sites' windows away from ours, and leaves us able to close the sign-in window we opened.
  'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
};

/** Serves a page under the strictest policy Connect Elements work under, and nothing looser. */
export const secured: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Content-Security-Policy', policyOf(c.req.path));
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
};

/** Turns away forms that another site's page sent in a customer's name. */
export const fromOwnPage =
  (origin: string): MiddlewareHandler =>
  async (c, next) => {
    const site = c.req.header('Sec-Fetch-Site');
    const own = site ? site === 'same-origin' : c.req.header('Origin') === origin;
    if (c.req.method !== 'POST' || own) return next();
    return c.html(notFromHere(), 403);
  };
