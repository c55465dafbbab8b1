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
  const { origin, protocol, host, pathname } = new URL(address);
  return (
    !sources ||
    sources.some((source) => {
      if (source === '*') return true;
      if (source === "'self'") return origin === page;
      if (source.endsWith(':')) return source.toLowerCase() === protocol;
      const [, scheme, name = '', path = ''] = /^(?:(https?):\/\/)?([^/]+)(\/.*)?$/i.exec(source) ?? [];
      const isHost = name.startsWith('*.') ? host.endsWith(name.slice(1)) : host === name.toLowerCase();
      const isPath = path.endsWith('/') ? `${pathname}/`.startsWith(path) : !path || path === pathname;
      return isHost && isPath && (!scheme || `${scheme.toLowerCase()}:` === protocol);
    })
  );
}
