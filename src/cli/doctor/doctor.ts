import { parseArgs } from 'node:util';
import { apiKeyOf, UsageError, type ExitCode, type Environment } from '../environment.js';
import { checkCodat } from './codat.js';
import { ourPage, type Finding } from './finding.js';
import { checkGateway } from './gateway.js';
import { checkPage } from './page.js';
import { findPatternsInFolder } from './code-patterns.js';
import { checkSecret } from './secret.js';

/**
 * `doctor`: checks a lender's set-up from outside, and prints the cause and the cure of each fault. Resolves with 1 when
 * there is one, else with 0.
 */
export async function doctor(args: string[], environment: Environment): Promise<ExitCode> {
  const { baseUrl, page, code, json, codatUrl, secret } = readArguments(args, environment);
  const [codat, ...others] = await Promise.all([
    checkCodat(environment, { apiKey: apiKeyOf(environment), codatUrl, baseUrl }),
    checkGateway(environment, baseUrl, secret),
    page === undefined ? Promise.resolve([]) : checkPage(environment, page, baseUrl),
    code === undefined ? Promise.resolve([]) : findPatternsInFolder(code, new URL(baseUrl).pathname),
  ]);
  const findings = [...codat, checkSecret(secret), ...checkHttps(baseUrl), ...others.flat()];
  if (json) environment.print(JSON.stringify({ findings }, null, 2));
  else for (const finding of findings) environment.print(format(finding));
  return findings.some(({ is }) => is === 'fault') ? 1 : 0;
}

function readArguments(args: string[], { env }: Environment) {
  const { values } = parseArgs({
    args,
    options: {
      'base-url': { type: 'string', default: '' },
      page: { type: 'string' },
      'webhook-secret': { type: 'string' },
      code: { type: 'string' },
      json: { type: 'boolean', default: false },
      'codat-url': { type: 'string', default: 'https://api.codat.io' },
    },
  });
  const { page, code, json } = values;
  const codatUrl = parseUrl('--codat-url', values['codat-url']);
  // The API key is sent there.
  if (!isSecure(codatUrl)) throw new UsageError('--codat-url must be https (http only on this machine).');
  return {
    baseUrl: parseUrl('--base-url', values['base-url']).replace(/\/+$/, ''),
    page: page === undefined ? undefined : parseUrl('--page', page),
    code,
    json,
    codatUrl,
    secret: values['webhook-secret'] ?? env['CODAT_WEBHOOK_SECRET'],
  };
}

function parseUrl(option: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.hash) {
    throw new UsageError(`${option} must be an address such as https://www.lender.example/codat.`);
  }
  return url.href;
}

const isSecure = (address: string): boolean =>
  /^https:|^http:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])[:/]/.test(address);

function checkHttps(baseUrl: string): Finding[] {
  if (isSecure(`${baseUrl}/`)) return [];
  const says = 'People reach the gateway over plain http, so that anyone between can read their tokens.';
  return [{ check: 'https', is: 'fault', says, cure: 'Serve it over https alone.', page: ourPage }];
}

const labels = { ok: 'ok     ', skipped: 'skipped', advice: 'advice ', fault: 'FAULT  ' } as const;

function format(finding: Finding): string {
  const found = `${labels[finding.is]} ${finding.check}: ${finding.says}`;
  return 'cure' in finding ? `${found}\n        ${finding.cure}\n        ${finding.page}` : found;
}
