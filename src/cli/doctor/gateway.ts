import * as z from 'zod/mini';
import { parseJson } from '../../gateway/parse-json.js';
import type { Environment } from '../environment.js';
import { trySendRequest, asksForBasicAuthentication, type BufferedResponse } from '../request.js';
import { decodeWebhookSecret } from '../../gateway/changes/webhook-signature.js';
import { toCodatDocsUrl, npmPageUrl, type Finding } from '../finding.js';
import { createSignedEmptyWebhookInit } from './webhook-secret.js';

const list = z.object({ results: z.array(z.unknown()) });

/** Checks the gateway's public routes and, with a secret, whether it accepts Codat's signature. */
export async function checkPublicGatewayRoutes(
  environment: Environment,
  baseUrl: string,
  secret: string | undefined,
): Promise<Finding[]> {
  const health = await trySendRequest(environment, `${baseUrl}/health`);
  if (asksForBasicAuthentication(health)) return [passwordFinding(baseUrl)];
  const answers = checkHealth(health, baseUrl);
  if (answers.is === 'fault') return [answers];
  const key = decodeWebhookSecret(secret);
  const [platforms, token, returned, webhook] = await Promise.all([
    trySendRequest(environment, `${baseUrl}/platforms`),
    trySendRequest(environment, `${baseUrl}/token`, { method: 'POST' }),
    trySendRequest(environment, `${baseUrl}/return`),
    key &&
      trySendRequest(
        environment,
        `${baseUrl}/webhooks`,
        await createSignedEmptyWebhookInit(key, environment.now()),
      ),
  ]);
  if ([platforms, token, returned, webhook].some(asksForBasicAuthentication))
    return [answers, passwordFinding(baseUrl)];
  return [answers, checkPlatforms(platforms), checkToken(token), ...(key ? [checkWebhook(webhook)] : [])];
}

/** Makes the findings of a check that failed, with the page of this package. */
const faultOf =
  (check: string) =>
  (says: string, cure: string): Finding => ({ check, is: 'fault', says, cure, page: npmPageUrl });

function checkHealth(answer: BufferedResponse | undefined, baseUrl: string): Finding {
  const check = 'gateway';
  const fault = faultOf(check);
  if (!answer) {
    const cure = 'Start the server, and see that --base-url is its public address.';
    return fault(`Nothing answers at ${baseUrl}.`, cure);
  }
  if (!answer.text.includes('"catalogueAge"')) {
    return fault(
      `Something else than the gateway answers at ${baseUrl}/health (${answer.status}).`,
      'Mount gateway.fetch at the path of `baseUrl`, before sign-in checks and body parsers, and let proxies pass that path on as it is.',
    );
  }
  if (answer.status === 503) {
    const cure = 'See that Redis, or what else was set as `store`, can be reached from it.';
    return fault('The gateway answers, and its store does not.', cure);
  }
  return { check, is: 'ok', says: `The gateway answers at ${baseUrl}.` };
}

const passwordFinding = (baseUrl: string): Finding => ({
  check: 'password',
  is: 'fault',
  says: `A password (Basic auth) is asked for under ${baseUrl}.`,
  cure: 'Leave the gateway’s path out of it, or at least /return, /webhooks and /health: Codat, people who come back and load balancers know no password.',
  page: npmPageUrl,
});

function checkPlatforms(answer: BufferedResponse | undefined): Finding {
  const check = 'platforms';
  const { data } = list.safeParse(answer?.status === 200 ? parseJson(answer.text) : undefined);
  if (!data) {
    const says = 'The gateway has no list of platforms.';
    const cure = 'See its log: most often its own API key is not the one looked at here.';
    return { check, is: 'fault', says, cure, page: toCodatDocsUrl('using-the-api/authentication') };
  }
  if (data.results.length === 0) {
    const cure = 'Enable those you offer in the Portal.';
    return {
      check,
      is: 'fault',
      says: 'No platform is enabled.',
      cure,
      page: toCodatDocsUrl('integrations/accounting/overview'),
    };
  }
  return { check, is: 'ok', says: `People can choose among ${data.results.length} platforms.` };
}

function checkToken(answer: BufferedResponse | undefined): Finding {
  const check = 'token';
  if (answer?.status === 401) return { check, is: 'ok', says: 'Someone who is not signed in gets no token.' };
  if (answer?.status === 200) {
    return {
      check,
      is: 'fault',
      says: 'Someone who is not signed in got a token.',
      cure: 'Let `company` answer null unless your own session says who this is.',
      page: npmPageUrl,
    };
  }
  return {
    check,
    is: 'fault',
    says: `Someone who is not signed in is answered ${answer?.status ?? 'nothing'} at /token, where the elements expect 401.`,
    cure: 'Let `company` answer null rather than throw, and keep redirects and checks of other kinds off this path.',
    page: npmPageUrl,
  };
}

/** Checks the response to a signed webhook without an event. */
function checkWebhook(answer: BufferedResponse | undefined): Finding {
  const check = 'webhook secret at the gateway';
  const fault = faultOf(check);
  switch (answer?.status) {
    case 400:
      return { check, is: 'ok', says: 'The gateway knows what is signed with this secret.' };
    case 401:
      if (answer.text.includes('a clock is wrong')) {
        return fault(
          'The gateway’s clock and this machine’s are more than five minutes apart.',
          'Keep both right with NTP.',
        );
      }
      return fault(
        'The gateway does not know what is signed with this secret.',
        'Put the consumer’s secret in `webhookSecrets`, and let nothing in front of the gateway change bodies.',
      );
    case 404:
      return fault('The gateway takes no webhooks.', 'Put the consumer’s secret in `webhookSecrets`.');
    default:
      return { check, is: 'skipped', says: `The gateway answered ${answer?.status ?? 'nothing'}.` };
  }
}
