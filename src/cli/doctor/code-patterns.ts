import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codatPage, ourPage, type Finding } from './finding.js';

interface Sign {
  readonly check: string;
  readonly sign: RegExp;
  /** Whether it is provided for: `text` and `mount`, the gateway's path, have slashes as they are. */
  readonly isProvidedFor?: (text: string, mount: string) => boolean;
  readonly is: 'advice' | 'fault';
  readonly says: string;
  readonly cure: string;
  readonly page: string;
}

/** What Codat has retired, what these elements stand in for, and what gets in their way. */
const signs: readonly Sign[] = [
  {
    check: 'old token endpoint',
    sign: /connectionManagement\/accessToken/,
    is: 'fault',
    says: 'uses the token endpoint connectionManagement/accessToken, which Codat retired on 12 October 2026.',
    cure: 'Use the gateway’s /token; for Codat’s own SDKs it is companies/{companyId}/accessToken.',
    page: codatPage('auth-flow/optimize/connection-management'),
  },
  {
    check: 'scripts of Codat’s',
    sign: /https?:\/\/(?:link|connections)-sdk\.codat\.io/,
    is: 'advice',
    says: 'loads an SDK of Codat’s, which changes without you and needs Codat’s hosts in the policy.',
    cure: 'Take it out where these elements do the same.',
    page: codatPage('auth-flow/customize/sdk-customize-code'),
  },
  {
    check: 'test hosts of Codat’s',
    sign: /link(?:-api)?-uat\.codat\.io/,
    is: 'fault',
    says: 'names a test host of Codat’s that is not for lenders.',
    cure: 'Let the gateway’s links lead people to sign in.',
    page: codatPage('auth-flow/build/build-your-own-authorization-journey'),
  },
  {
    check: 'service worker',
    sign: /\bnavigateFallback\b|\bNavigationRoute\b|\.mode\s*===?\s*["']navigate["']/,
    isProvidedFor: (text, mount) => text.includes(`${mount}/`) || /denylist/i.test(text),
    is: 'advice',
    says: 'has a service worker that answers for pages by itself, and perhaps for the gateway’s.',
    cure: 'Let it pass on what is under the gateway’s path; Workbox: navigateFallbackDenylist: [/^\\/codat\\//].',
    page: ourPage,
  },
  {
    check: 'hash router',
    sign: /\b(?:createWebHashHistory|createHashHistory|createHashRouter|HashRouter|HashLocationStrategy)\b|\buseHash:\s*(?:true|!0)/,
    isProvidedFor: (text) => text.includes('#codat='),
    is: 'advice',
    says: 'has a router that takes the fragment for a path, where people come back with #codat=….',
    cure: 'Let people come back to a page without that router (returnTo), or have it leave fragments that begin with #codat= alone.',
    page: ourPage,
  },
  {
    check: 'trusted types of webpack',
    sign: /\btrustedTypes\s*:\s*(?:true|!0|\{|["'])/,
    isProvidedFor: (text) => text.includes('lit-html'),
    is: 'advice',
    says: 'has webpack make a trusted types policy, which a policy that lists them has to name beside the elements’.',
    cure: "Where the page’s policy has trusted-types, list webpack’s own name and lit-html 'allow-duplicates'.",
    page: ourPage,
  },
];

/** What a text shows signs of; `where` begins the sentence, `mount` is the path of the gateway. */
export function findPatterns(text: string, where: string, mount: string): Finding[] {
  // In a regular expression slashes are escaped.
  const plain = text.replaceAll('\\/', '/');
  return signs
    .filter(({ sign, isProvidedFor }) => sign.test(text) && !isProvidedFor?.(plain, mount))
    .map(({ check, is, says, cure, page }) => ({ check, is, says: `${where} ${says}`, cure, page }));
}

const mostFiles = 5_000;
const largest = 1024 * 1024;
const passedOver = /(?:^|[/\\])(?:node_modules|\.git|dist|build|coverage)(?:[/\\]|$)/;

/** The same in the files of a folder: source and settings, no more than five thousand. Rejects when there is no such folder. */
export async function findPatternsInFolder(folder: string, mount: string): Promise<Finding[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => !passedOver.test(name));
  const found: Finding[] = [];
  for (const name of names.slice(0, mostFiles)) {
    const about = await stat(join(folder, name)).catch(() => undefined);
    if (!about?.isFile() || about.size > largest) continue;
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    found.push(...findPatterns(text, name, mount));
  }
  if (found.length > 0) return found;
  return [{ check: 'code', is: 'ok', says: `Nothing that Codat retired is named in ${folder}.` }];
}
