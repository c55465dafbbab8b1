import type { Environment, ExitCode } from '../environment.js';
import { createFault, Findings, createUnsafeFault } from './findings.js';
import { isSecure } from '../address.js';
import { countFindings, hasFaultsBeyondAdvice, printFindings } from '../print-findings.js';
import { ProgressPrinter } from '../progress-printer.js';
import { checkResponseHeaders } from './checks/response-headers.js';
import { checkSecrets } from './checks/secrets.js';
import { checkApiRoutesAndAccess } from './checks/api-routes.js';
import { checkWebhookAndEventRoutes } from './checks/webhook-and-event-routes.js';
import { checkConnecting } from './checks/connecting.js';
import { checkTokensAreForOwnCompany } from './checks/tokens-are-for-own-company.js';
import { checkCrossOriginTokenRequests } from './checks/cross-origin-token-requests.js';
import { checkForgedLinksAndReturns } from './checks/forged-links-and-returns.js';
import { Prober } from './prober.js';
import { checkPublicRoutes } from './checks/public-routes.js';
import { readRunSettings, type RunSettings } from './run-settings.js';
import type { CheckContext, PeopleWithTokens } from './check-context.js';
import { fetchAndCheckTokens } from './checks/token-endpoint.js';

/**
 * `conform`: checks a token endpoint or a whole gateway, in whatever language, against the contract of `openapi.yaml`.
 * Resolves with 1 when something is wrong or unsafe, else with 0.
 */
export async function runConform(args: string[], environment: Environment): Promise<ExitCode> {
  const settings = readRunSettings(args, environment);
  const findings = new Findings();
  const prober = new Prober(environment, settings.timeoutMs);
  await runChecks({ settings, prober, findings, now: environment.now }, environment);

  const { all } = findings;
  const conforms = !hasFaultsBeyondAdvice(all);
  const counts = countFindings(all);
  const target = settings.gateway ?? settings.tokenEndpoint;
  if (settings.json) {
    environment.print(JSON.stringify({ target, conforms, counts, findings: all }, null, 2));
  } else {
    printFindings(all, environment);
    const { ok, fault, unsafe, advice, skipped } = counts;
    environment.print(
      `${target}: ${ok} right, ${fault} wrong, ${unsafe} unsafe, ${advice} advice, ${skipped} not checked.`,
    );
  }
  return conforms ? 0 : 1;
}

async function runChecks(context: CheckContext, environment: Environment): Promise<void> {
  const { settings, prober, findings } = context;
  const { gateway } = settings;
  const steps = stepsFor(gateway);
  const progress = new ProgressPrinter(environment, steps.length + 1);
  checkHttps(context);
  progress.begin('token endpoint');
  const people = await fetchAndCheckTokens(context);
  if (people) {
    for (const [name, check] of steps) {
      progress.begin(name);
      await check(context, people);
    }
  }
  progress.end();
  if (prober.isOver) {
    findings.add('time', '', [
      createFault(
        'The run took longer than two minutes, and the rest was not sent.',
        'See why the server is this slow, and run it again.',
      ),
    ]);
  }
}

type Step = readonly [
  name: string,
  check: (context: CheckContext, people: PeopleWithTokens) => Promise<void> | void,
];

const stepsFor = (gateway: RunSettings['gateway']): Step[] => [
  ['two people', checkTokensAreForOwnCompany],
  ['pages of other sites', checkCrossOriginTokenRequests],
  ...(gateway === undefined
    ? []
    : ([
        ['public routes', (context, people) => checkPublicRoutes(context, gateway, people)],
        ['connecting', (context, people) => checkConnecting(context, gateway, people)],
        ['API', (context, people) => checkApiRoutesAndAccess(context, gateway, people)],
        ['links and returns', (context) => checkForgedLinksAndReturns(context, gateway)],
        ['webhooks and events', (context, people) => checkWebhookAndEventRoutes(context, gateway, people)],
      ] satisfies Step[])),
  [
    'all answers',
    (context) => {
      checkSecrets(context);
      checkResponseHeaders(context);
    },
  ],
];

function checkHttps({ settings, findings }: CheckContext): void {
  const { gateway, tokenEndpoint } = settings;
  const isPlain = [gateway, tokenEndpoint].some((url) => url !== undefined && !isSecure(`${url}/`));
  findings.add('https', 'Nobody between can read what is sent.', [
    isPlain &&
      createUnsafeFault(
        'People reach it over plain http, so that anyone between can read their tokens.',
        'Serve it over https alone.',
      ),
  ]);
}
