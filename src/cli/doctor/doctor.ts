import { parseArgs } from 'node:util';
import { apiKeyOf, UsageError, type ExitCode, type Environment } from '../environment.js';
import { checkCodat } from './codat.js';
import { ourPage, type Finding } from './finding.js';
import { checkGateway } from './gateway.js';
import { checkPage } from './page.js';
import { findPatternsInFolder } from './code-patterns.js';
import { checkSecret } from './secret.js';

/**
 * `doctor`: looks at a lender's set-up from outside, and names the cause and the cure of what is wrong. Ends with 0
 * when nothing is, with 1 when something is.
 */
export async function doctor(args: string[], environment: Environment): Promise<ExitCode> {
  const { baseUrl, page, code, json, codatUrl, secret } = readArguments(args, environment);
  const [codat, ...looks] = await Promise.all([
    checkCodat(environment, { apiKey: apiKeyOf(environment), codatUrl, baseUrl }),
    checkGateway(environment, baseUrl, secret),
    page === undefined ? Promise.resolve([]) : checkPage(environment, page, baseUrl),
    code === undefined ? Promise.resolve([]) : findPatternsInFolder(code, new URL(baseUrl).pathname),
  ]);
  const findings = [...codat, checkSecret(secret), ...isPrivate(baseUrl), ...looks.flat()];
  if (json) environment.print(JSON.stringify({ findings }, null, 2));
  else for (const finding of findings) environment.print(sentence(finding));
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
  const codatUrl = addressOf('--codat-url', values['codat-url']);
  // The API key is sent there.
  if (!isPrivateWay(codatUrl)) throw new UsageError('--codat-url must be https (http only on this machine).');
  return {
    baseUrl: addressOf('--base-url', values['base-url']).replace(/\/+$/, ''),
    page: page === undefined ? undefined : addressOf('--page', page),
    code,
    json,
    codatUrl,
    secret: values['webhook-secret'] ?? env['CODAT_WEBHOOK_SECRET'],
  };
}

function addressOf(option: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.hash) {
    throw new UsageError(`${option} must be an address such as https://www.lender.example/codat.`);
  }
  return url.href;
}

const isPrivateWay = (address: string): boolean =>
  /^https:|^http:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])[:/]/.test(address);

function isPrivate(baseUrl: string): Finding[] {
  if (isPrivateWay(`${baseUrl}/`)) return [];
  const says = 'People reach the gateway over plain http, so that anyone between can read their tokens.';
  return [{ check: 'https', is: 'fault', says, cure: 'Serve it over https alone.', page: ourPage }];
}

const marks = { ok: 'ok     ', skipped: 'skipped', advice: 'advice ', fault: 'FAULT  ' } as const;

function sentence(finding: Finding): string {
  const found = `${marks[finding.is]} ${finding.check}: ${finding.says}`;
  return 'cure' in finding ? `${found}\n        ${finding.cure}\n        ${finding.page}` : found;
}
