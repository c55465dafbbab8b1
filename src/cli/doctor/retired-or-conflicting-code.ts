import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { toCodatDocsUrl, npmPageUrl, type Finding } from '../finding.js';

interface CodePattern {
  readonly check: string;
  /** Tested, as `isHandled` is, on a text without escaped slashes. */
  readonly pattern: RegExp;
  /** Whether the text already handles the problem. `mount` is the gateway's path. */
  readonly isHandled?: (text: string, mount: string) => boolean;
  readonly is: 'advice' | 'fault';
  readonly says: string;
  readonly cure: string;
  readonly page: string;
}

/** Patterns of code that uses features which Codat has retired, duplicates these elements, or interferes with them. */
const codePatterns: readonly CodePattern[] = [
  {
    check: 'old token endpoint',
    pattern: /connectionManagement\/accessToken/,
    is: 'fault',
    says: 'uses the token endpoint connectionManagement/accessToken, which Codat retired on 12 October 2026.',
    cure: 'Use the gateway’s /token; for Codat’s own SDKs it is companies/{companyId}/accessToken.',
    page: toCodatDocsUrl('auth-flow/optimize/connection-management'),
  },
  {
    check: 'scripts of Codat’s',
    pattern: /https?:\/\/(?:link|connections)-sdk\.codat\.io/,
    is: 'advice',
    says: 'loads an SDK of Codat’s, which changes without you and needs Codat’s hosts in the policy.',
    cure: 'Take it out where these elements do the same.',
    page: toCodatDocsUrl('auth-flow/customize/sdk-customize-code'),
  },
  {
    check: 'test hosts of Codat’s',
    pattern: /link(?:-api)?-uat\.codat\.io/,
    is: 'fault',
    says: 'names a test host of Codat’s that is not for lenders.',
    cure: 'Let the gateway’s links lead people to sign in.',
    page: toCodatDocsUrl('auth-flow/build/build-your-own-authorization-journey'),
  },
  {
    check: 'service worker',
    pattern: /\bnavigateFallback\b|\bNavigationRoute\b|\.mode\s*===?\s*["']navigate["']/,
    isHandled: (text, mount) => text.includes(`${mount}/`) || /denylist/i.test(text),
    is: 'advice',
    says: 'has a service worker that answers for pages by itself, and perhaps for the gateway’s.',
    cure: 'Let it pass on what is under the gateway’s path; Workbox: navigateFallbackDenylist: [/^\\/codat\\//].',
    page: npmPageUrl,
  },
  {
    check: 'hash router',
    pattern:
      /\b(?:createWebHashHistory|createHashHistory|createHashRouter|HashRouter|HashLocationStrategy)\b|\buseHash:\s*(?:true|!0)/,
    isHandled: (text) => text.includes('#codat='),
    is: 'advice',
    says: 'has a router that takes the fragment for a path, where people come back with #codat=….',
    cure: 'Let people come back to a page without that router (returnTo), or have it leave fragments that begin with #codat= alone.',
    page: npmPageUrl,
  },
  {
    check: 'trusted types of webpack',
    pattern: /\btrustedTypes\s*:\s*(?:true|!0|\{|["'])/,
    isHandled: (text) => text.includes('lit-html'),
    is: 'advice',
    says: 'has webpack make a trusted types policy, which a policy that lists them has to name beside the elements’.',
    cure: "Where the page’s policy has trusted-types, list webpack’s own name and lit-html 'allow-duplicates'.",
    page: npmPageUrl,
  },
];

/** The findings for the patterns in a text. `where` begins each sentence; `mount` is the path of the gateway. */
export function findRetiredOrConflictingCode(text: string, where: string, mount: string): Finding[] {
  // Slashes are escaped in regular expressions, and in the JSON that PHP writes.
  const unescaped = text.replaceAll('\\/', '/');
  return codePatterns
    .filter(({ pattern, isHandled }) => pattern.test(unescaped) && !isHandled?.(unescaped, mount))
    .map(({ check, is, says, cure, page }) => ({ check, is, says: `${where} ${says}`, cure, page }));
}

const maxFiles = 5_000;
const maxFileBytes = 1024 * 1024;
const ignoredFolders = /(?:^|[/\\])(?:node_modules|\.git|dist|build|coverage)(?:[/\\]|$)/;

/**
 * Searches the files of a folder and its subfolders, five thousand at most, as {@link findRetiredOrConflictingCode} does.
 * Rejects when there is no such folder.
 */
export async function findRetiredOrConflictingCodeInFolder(
  folder: string,
  mount: string,
): Promise<Finding[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => !ignoredFolders.test(name));
  const found: Finding[] = [];
  for (const name of names.slice(0, maxFiles)) {
    const stats = await stat(join(folder, name)).catch(() => undefined);
    if (!stats?.isFile() || stats.size > maxFileBytes) continue;
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    found.push(...findRetiredOrConflictingCode(text, name, mount));
  }
  if (found.length > 0) return found;
  return [{ check: 'code', is: 'ok', says: `Nothing that Codat retired is named in ${folder}.` }];
}
