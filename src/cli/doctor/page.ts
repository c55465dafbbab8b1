import type { Environment } from '../environment.js';
import { trySendRequest, asksForBasicAuthentication } from '../request.js';
import { npmPageUrl, type Finding } from '../finding.js';
import { isAllowedByPolicy, policiesOf, type ContentSecurityPolicy } from './content-security-policy.js';
import { findRetiredOrConflictingCode } from './retired-or-conflicting-code.js';

const maxScripts = 10;

/** Checks a page with the elements: its Content Security Policy, and its scripts for code that interferes with them. */
export async function checkPage(environment: Environment, url: string, baseUrl: string): Promise<Finding[]> {
  const answer = await trySendRequest(environment, url);
  const mount = new URL(baseUrl).pathname;
  if (answer?.status !== 200) {
    const says = `The page ${url} answered ${answer?.status ?? 'nothing'}.`;
    const cure = asksForBasicAuthentication(answer)
      ? 'Take Basic auth off it for this look, and leave the gateway’s path out of it for good.'
      : 'Give the address of a page that people see without signing in, with the elements on it.';
    return [{ check: 'page', is: 'fault', says, cure, page: npmPageUrl }];
  }
  const readTexts = (addresses: readonly string[]) =>
    Promise.all(addresses.map(async (each) => (await trySendRequest(environment, each))?.text ?? ''));
  const addresses = findOwnAddresses(answer.text, scriptPattern, url);
  const allText = [answer.text, ...(await readTexts(addresses))].join('\n');
  const workers = await readTexts(findOwnAddresses(allText, workerPattern, url));
  const policies = policiesOf(answer);
  const blocked = policies.flatMap((policy) => [
    ...checkScripts(policy, url, addresses),
    ...checkGatewayAccess(policy, url, baseUrl),
    ...checkTrustedTypes(policy, allText),
    ...checkSandbox(policy),
  ]);
  const says = policies.length > 0 ? 'The page’s policy lets the elements work.' : 'The page has no policy.';
  return [
    ...(blocked.length > 0 ? blocked : [{ check: 'policy', is: 'ok', says } as const]),
    ...findRetiredOrConflictingCode(allText, 'The page', mount),
    ...workers.flatMap((worker) => findRetiredOrConflictingCode(worker, 'The page', mount)),
  ];
}

const blockedBy = (directive: string, says: string, cure: string): Finding => ({
  check: `policy: ${directive}`,
  is: 'fault',
  says,
  cure,
  page: npmPageUrl,
});

/** With a nonce, a hash or `strict-dynamic`, a script may run whatever its URL is. */
const independentOfUrl = /^'(?:nonce-|sha(?:256|384|512)-|strict-dynamic')/i;

function checkScripts(policy: ContentSecurityPolicy, url: string, scripts: readonly string[]): Finding[] {
  const directive = policy.has('script-src-elem') ? 'script-src-elem' : 'script-src';
  const sources = policy.get(directive) ?? policy.get('default-src') ?? [];
  if (sources.some((source) => independentOfUrl.test(source))) return [];
  const script = scripts.find(
    (address) => !isAllowedByPolicy(policy, directive, address, new URL(url).origin),
  );
  if (script === undefined) return [];
  const says = `The page may not run ${new URL(script).pathname}, which it loads from its own server.`;
  return [blockedBy(directive, says, `Add 'self' to ${directive}.`)];
}

function checkGatewayAccess(policy: ContentSecurityPolicy, url: string, baseUrl: string): Finding[] {
  const page = new URL(url).origin;
  const gateway = new URL(baseUrl).origin;
  const source = gateway === page ? "'self'" : gateway;
  const needs = [
    ['connect-src', `${baseUrl}/token`, 'The page may not ask the gateway.'],
    ['img-src', `${baseUrl}/assets/logo.png`, 'The page may not show the platforms’ images.'],
  ] as const;
  return needs
    .filter(([directive, address]) => !isAllowedByPolicy(policy, directive, address, page))
    .map(([directive, , says]) => blockedBy(directive, says, `Add ${source} to ${directive}.`));
}

function checkTrustedTypes(policy: ContentSecurityPolicy, scripts: string): Finding[] {
  const listed = policy.get('trusted-types');
  const isIn = (name: string) => listed?.includes(name);
  if (!listed || isIn('*')) return [];
  const made = Array.from(scripts.matchAll(/\.createPolicy\(\s*["']([^"']+)/g), ([, name = '']) => name);
  const missing = made.filter((name) => name !== 'lit-html' && !isIn(name));
  if (missing.length > 0) {
    const says = `The page’s scripts make trusted types policies that its list leaves out: ${missing.join(', ')}.`;
    return [
      blockedBy(
        'trusted-types',
        says,
        `Add ${missing.join(' ')} to trusted-types; webpack names its own in output.trustedTypes.`,
      ),
    ];
  }
  if (isIn('lit-html') && isIn("'allow-duplicates'")) return [];
  const says = 'The page’s list of trusted types leaves out the elements’.';
  return [blockedBy('trusted-types', says, "Add lit-html 'allow-duplicates' to trusted-types.")];
}

const requiredSandboxFlags = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
];

function checkSandbox(policy: ContentSecurityPolicy): Finding[] {
  const flags = policy.get('sandbox');
  const missing = flags ? requiredSandboxFlags.filter((flag) => !flags.includes(flag)) : [];
  if (missing.length === 0) return [];
  const says = 'The page is in a sandbox in which people can’t sign in.';
  return [blockedBy('sandbox', says, `Add ${missing.join(' ')} to sandbox.`)];
}

const workerPattern = /serviceWorker\s*\??\.\s*register\(\s*["'`]([^"'`]+)/g;
const scriptPattern = /<script\b[^>]*\bsrc\s*=\s*["']?([^"'\s>]+)/gi;

/** The addresses on the page's own origin that a pattern finds in a text, ten at most. */
const findOwnAddresses = (text: string, pattern: RegExp, url: string): string[] =>
  [...text.matchAll(pattern)]
    .flatMap(([, src = '']) => (URL.canParse(src, url) ? [new URL(src, url)] : []))
    .filter(({ origin }) => origin === new URL(url).origin)
    .slice(0, maxScripts)
    .map(({ href }) => href);
