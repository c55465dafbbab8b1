import type { BufferedResponse } from '../request.js';

/** A Content Security Policy: its directives, each with its sources (https://www.w3.org/TR/CSP3/). */
export type ContentSecurityPolicy = ReadonlyMap<string, readonly string[]>;

/** Every policy of a page: of its headers, and of its `<meta>` tags. */
export function policiesOf({ headers, text }: BufferedResponse): ContentSecurityPolicy[] {
  const inHeader = headers.get('Content-Security-Policy')?.split(',') ?? [];
  const tags = text.match(/<meta\b[^>]*http-equiv\s*=\s*["']?content-security-policy["']?[^>]*>/gi) ?? [];
  const inPage = tags.map((tag) => /\bcontent\s*=\s*(["'])(.*?)\1/is.exec(tag)?.[2] ?? '');
  return [...inHeader, ...inPage].map(parse).filter((policy) => policy.size > 0);
}

function parse(policy: string): ContentSecurityPolicy {
  const directives = new Map<string, string[]>();
  for (const directive of policy.split(';')) {
    const [name = '', ...sources] = directive.trim().split(/\s+/);
    // Only the first directive of a name counts.
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  return directives;
}

/** Whether a policy's directive, or `default-src`, lets a page load an address; `page` is the origin of the page. */
export function isAllowedByPolicy(
  policy: ContentSecurityPolicy,
  directive: string,
  address: string,
  page: string,
): boolean {
  const sources = policy.get(directive) ?? policy.get('default-src');
  return !sources || sources.some((source) => isAllowedBySource(source, new URL(address), new URL(page)));
}

const sourcePattern = /^(?:([a-z][a-z\d+.-]*):(?:\/\/|$))?([^/:]*)(?::(\d+|\*))?(\/.*)?$/i;

/** Whether one source matches an address: CSP3, 6.7.2.8. An `http` source matches `https` as well. */
function isAllowedBySource(source: string, { protocol, hostname, port, pathname }: URL, page: URL): boolean {
  if (source === '*') return true;
  const expression = source.toLowerCase() === "'self'" ? page.origin : source;
  const parts = sourcePattern.exec(expression);
  if (!parts) return false;
  const scheme = parts[1] ? `${parts[1].toLowerCase()}:` : page.protocol;
  const [, , name = '', sourcePort, path = ''] = parts;
  if (scheme !== protocol && !(scheme === 'http:' && protocol === 'https:')) return false;
  if (source.endsWith(':')) return true;
  const defaultPort = protocol === 'https:' ? '443' : '80';
  const host = name.toLowerCase();
  const isHost = host.startsWith('*') ? hostname.endsWith(host.slice(1)) : hostname === host;
  const isPort = sourcePort === '*' || (sourcePort ?? defaultPort) === (port || defaultPort);
  const isPath = path.endsWith('/') ? pathname.startsWith(path) : !path || path === pathname;
  return isHost && isPort && isPath;
}
