import { parseArgs } from 'node:util';
import { isSecure, parseAddress } from '../address.js';
import { apiKeyOf, UsageError, type ExitCode, type Environment } from '../environment.js';
import { hasFaults, printFindings } from '../print-findings.js';
import { checkCodat } from './codat.js';
import { ourPage, type Finding } from '../finding.js';
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
  else printFindings(findings, environment);
  return hasFaults(findings) ? 1 : 0;
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
  const codatUrl = parseAddress('--codat-url', values['codat-url']);
  // The API key is sent there.
  if (!isSecure(codatUrl)) throw new UsageError('--codat-url must be https (http only on this machine).');
  return {
    baseUrl: parseAddress('--base-url', values['base-url']).replace(/\/+$/, ''),
    page: page === undefined ? undefined : parseAddress('--page', page),
    code,
    json,
    codatUrl,
    secret: values['webhook-secret'] ?? env['CODAT_WEBHOOK_SECRET'],
  };
}

function checkHttps(baseUrl: string): Finding[] {
  if (isSecure(`${baseUrl}/`)) return [];
  const says = 'People reach the gateway over plain http, so that anyone between can read their tokens.';
  return [{ check: 'https', is: 'fault', says, cure: 'Serve it over https alone.', page: ourPage }];
}
