import type { AttackRequest, Attack, Cell, Outcome } from './attack.js';
import type { Environment } from './environment.js';

/** Attacks that all end alike. */
export const all = (ends: Outcome, ...attacks: readonly Omit<Attack, 'ends'>[]): Cell => ({
  attacks: attacks.map((attack) => ({ ...attack, ends })),
});

/** Cells as one. */
export const both = (...cells: readonly Cell[]): Cell => ({
  attacks: cells.flatMap((cell) => ('attacks' in cell ? cell.attacks : [])),
});

/** There is nothing to attack, and why. */
export const because = (reason: string): Cell => ({ because: reason });

/** What differs from the request that is in order. */
export const changing = (
  change: (w: Environment, good: AttackRequest) => Partial<AttackRequest> | Promise<Partial<AttackRequest>>,
) => ({
  change,
});

/** The same, for what stays as it is in every world. */
export const overriding = (request: Partial<AttackRequest>) => ({ change: () => request });

export const body = (body: BodyInit | undefined) => overriding({ body });
export const query = (query: string) => overriding({ query });
export const path = (change: (path: string, w: Environment) => string) =>
  changing((w, good) => ({ path: change(good.path, w) }));

/** What a browser says of a page of another site. */
export const crossSiteHeaders = [
  { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
  { Origin: 'https://evil.example' },
  { 'Sec-Fetch-Site': 'cross-site' },
  { Origin: 'https://evil.lender.example', 'Sec-Fetch-Site': 'same-site' },
  { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
  { Origin: 'http://lender.example' },
].map((headers) => overriding({ headers }));

/** Names a proxy or a client may give in a header. */
export const names = [
  { Host: 'evil.example' },
  { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'http' },
  { Forwarded: 'host=evil.example;proto=http', 'X-Original-Host': 'evil.example' },
  { 'X-Forwarded-Prefix': '/evil', 'X-Original-URL': '/evil', 'X-Rewrite-URL': '/evil' },
].map((headers) => overriding({ headers }));

/** Ways to write a path that some machine on the way may take for another. */
export const pathVariants = [
  (path: string) => `/${path}`,
  (path: string) => `${path}%2f`,
  (path: string) => `${path}%00`,
  (path: string) => `${path}%0d%0aX-Evil:1`,
  (path: string) => `${path};a=b`,
  (path: string) => `${path}/..%2f..%2fcompanies`,
  (path: string) => `${path}/%2e%2e/%2e%2e/companies`,
  (path: string) => `${path}/%252e%252e%252fcompanies`,
  (path: string) => `${path}/..;/companies`,
  (path: string) => `${path}\\..\\companies`,
  (path: string) => `${path}%5c..%5ccompanies`,
  (path: string) => `${path}/%c0%ae%c0%ae/companies`,
  (path: string) => `${path}%E0%A4%A`,
  (path: string) => `${path}/\u2025/\uff0e\uff0e/companies`,
  (path: string) => path.replace(/[a-z]+/, (word) => word.toUpperCase()),
  (path: string) => path.replace('/', '/x/..%2f'),
  (path: string) => path.replace(/\/([a-z])/, '/%2525$1'),
];

/** Addresses nobody but a machine of the lender’s should reach, and some that are no address at all. */
export const addresses = [
  'https://evil.example/',
  '//evil.example/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[::1]:6379/',
  'file:///etc/passwd',
  'https://api.codat.example@evil.example/',
  '..%2f..%2fprofile',
  '@evil.example',
];

/** More than anyone needs. */
export const huge = 'x'.repeat(100_000);

/** A body that starts and never ends. */
export const endlessBody = (): ReadableStream =>
  new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{')),
    pull: () => new Promise(() => undefined),
  });

/** From now on Codat takes every call and answers none. */
export const silenceCodat = ({ simulator }: Environment): unknown =>
  simulator.faults.add({ trouble: { is: 'slow', ms: 3_600_000 } });
