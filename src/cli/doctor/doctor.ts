import { parseArgs } from 'node:util';
import { isSecure, parseBaseUrlOption, parseUrlOption } from '../address.js';
import { readApiKey, UsageError, type ExitCode, type Environment } from '../environment.js';
import { hasFaultsBeyondAdvice, printFindings } from '../print-findings.js';
import { ProgressPrinter } from '../progress-printer.js';
import { checkCodatSettings } from './codat-settings.js';
import { connectAndCheckSandbox, sandboxStepCount } from './sandbox.js';
import { npmPageUrl, type Finding } from '../finding.js';
import { checkPublicGatewayRoutes } from './gateway.js';
import { checkPage } from './page.js';
import { findRetiredOrConflictingCodeInFolder } from './retired-or-conflicting-code.js';
import { checkWebhookSecretForm } from './webhook-secret.js';

/**
 * `doctor`: checks a lender's set-up from outside, and prints the cause and the cure of each fault. Resolves with 1 when
 * there is one, else with 0.
 */
export async function runDoctor(args: string[], environment: Environment): Promise<ExitCode> {
  const { baseUrl, page, code, json, codatUrl, secret, live, waitMs } = readArguments(args, environment);
  const apiKey = readApiKey(environment);
  if (live) {
    const progress = new ProgressPrinter(environment, sandboxStepCount);
    const findings = await connectAndCheckSandbox(environment, { apiKey, codatUrl, waitMs }, progress);
    return report(findings, json, environment);
  }
  const [codat, ...others] = await Promise.all([
    checkCodatSettings(environment, { apiKey, codatUrl, baseUrl }),
    checkPublicGatewayRoutes(environment, baseUrl, secret),
    page === undefined ? Promise.resolve([]) : checkPage(environment, page, baseUrl),
    code === undefined
      ? Promise.resolve([])
      : findRetiredOrConflictingCodeInFolder(code, new URL(baseUrl).pathname),
  ]);
  const findings = [...codat, checkWebhookSecretForm(secret), ...checkHttps(baseUrl), ...others.flat()];
  return report(findings, json, environment);
}

function report(findings: readonly Finding[], json: boolean, environment: Environment): ExitCode {
  if (json) environment.print(JSON.stringify({ findings }, null, 2));
  else printFindings(findings, environment);
  return hasFaultsBeyondAdvice(findings) ? 1 : 0;
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
      live: { type: 'boolean', default: false },
      wait: { type: 'string', default: '300' },
      'codat-url': { type: 'string', default: 'https://api.codat.io' },
    },
  });
  const { page, code, json, live, wait } = values;
  if (!/^[1-9]\d{0,3}$/.test(wait))
    throw new UsageError('--wait must be a number of seconds from 1 to 9999.');
  const codatUrl = parseBaseUrlOption('--codat-url', values['codat-url']);
  // The API key is sent there.
  if (!isSecure(`${codatUrl}/`))
    throw new UsageError('--codat-url must be https (http only on this machine).');
  return {
    // The live check asks Codat alone.
    baseUrl: live ? '' : parseBaseUrlOption('--base-url', values['base-url']),
    page: page === undefined ? undefined : parseUrlOption('--page', page),
    code,
    json,
    live,
    waitMs: Number(wait) * 1000,
    codatUrl,
    secret: values['webhook-secret'] ?? env['CODAT_WEBHOOK_SECRET'],
  };
}

function checkHttps(baseUrl: string): Finding[] {
  if (isSecure(`${baseUrl}/`)) return [];
  const says = 'People reach the gateway over plain http, so that anyone between can read their tokens.';
  return [{ check: 'https', is: 'fault', says, cure: 'Serve it over https alone.', page: npmPageUrl }];
}
