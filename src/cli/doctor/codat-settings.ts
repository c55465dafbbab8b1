import * as z from 'zod/mini';
import { parseJson } from '../../gateway/parse-json.js';
import type { Environment } from '../environment.js';
import { trySendRequest, type BufferedResponse } from '../request.js';
import { toCodatDocsUrl, type Finding } from '../finding.js';

/** The Codat client and the gateway to check. */
interface CodatCheckOptions {
  readonly apiKey: string;
  /** Without a slash at its end, like `baseUrl`. */
  readonly codatUrl: string;
  readonly baseUrl: string;
}

const keyPage = toCodatDocsUrl('using-the-api/authentication');
const redirectPage = toCodatDocsUrl('auth-flow/customize/set-up-redirects');
const webhookPage = toCodatDocsUrl('using-the-api/webhooks/overview');

const profile = z.object({ redirectUrl: z.nullish(z.string()) });
const consumers = z.object({
  results: z.array(
    z.object({
      url: z.string(),
      eventTypes: z.array(z.string()),
      disabled: z.nullish(z.boolean()),
      companyTags: z.nullish(z.array(z.string())),
    }),
  ),
});

/** The event types of webhooks that the gateway uses. */
const requiredEventTypes = [
  'connection.connected',
  'connection.failed',
  'connection.disconnected',
  'connection.reconnected',
  'connection.deleted',
  'read.completed',
  'read.completed.initial',
];

/** Checks the API key and, if Codat accepts it, this machine's clock, and the redirect and webhooks set at Codat. */
export async function checkCodatSettings(
  environment: Environment,
  { apiKey, codatUrl, baseUrl }: CodatCheckOptions,
): Promise<Finding[]> {
  const headers = { Accept: 'application/json', Authorization: `Basic ${btoa(apiKey)}` };
  const [profileAnswer, webhooksAnswer] = await Promise.all([
    trySendRequest(environment, `${codatUrl}/profile`, { headers }),
    trySendRequest(environment, `${codatUrl}/webhooks`, { headers }),
  ]);
  const key = checkKey(profileAnswer);
  if (!profileAnswer || key.is !== 'ok') return [key];
  const clock = checkClock(profileAnswer, environment.now());
  return [key, clock, checkRedirect(profileAnswer, baseUrl), checkWebhooks(webhooksAnswer, baseUrl)];
}

/** The findings for the statuses with which Codat refuses a key; any other is a failure of Codat's. */
const refusals: Readonly<Record<number, readonly [says: string, cure: string, page: string]>> = {
  401: [
    'Codat does not take the key in CODAT_API_KEY.',
    'Copy a key from the Portal, Developers > API keys: the key itself, not the header made of it.',
    keyPage,
  ],
  402: ['The plan does not include this.', 'Ask Codat what your plan includes.', keyPage],
  403: [
    'Codat does not let this key be used.',
    'Make a new key in the Portal, Developers > API keys.',
    keyPage,
  ],
  429: [
    'Codat’s calls for today are used up.',
    'Wait until 00:00 UTC, and see what asks so much: the gateway itself leaves some for people who connect.',
    toCodatDocsUrl('using-the-api/rate-limits'),
  ],
};

function checkKey(answer: BufferedResponse | undefined): Finding {
  const check = 'API key';
  if (!answer) {
    const says = 'Codat can’t be reached from here.';
    const cure = 'Let this machine make HTTPS requests to api.codat.io.';
    return { check, is: 'fault', says, cure, page: keyPage };
  }
  const { status } = answer;
  if (status === 200) return { check, is: 'ok', says: 'Codat takes the key.' };
  const [says, cure, page] = refusals[status] ?? [`Codat answered ${status}.`, 'Try again later.', keyPage];
  return { check, is: 'fault', says, cure, page };
}

const maxSkewMs = 60_000;

function checkClock({ headers }: BufferedResponse, now: number): Finding {
  const check = 'clock';
  const skew = now - Date.parse(headers.get('Date') ?? '');
  if (Number.isNaN(skew)) return { check, is: 'skipped', says: 'Codat did not say what time it is.' };
  if (Math.abs(skew) <= maxSkewMs)
    return { check, is: 'ok', says: 'This machine’s clock agrees with Codat’s.' };
  const seconds = Math.round(Math.abs(skew) / 1000);
  return {
    check,
    is: 'fault',
    says: `This machine’s clock is ${seconds} seconds ${skew > 0 ? 'ahead of' : 'behind'} Codat’s.`,
    cure: 'Keep it right with NTP: tokens end by it, and webhooks that seem older than five minutes are refused.',
    page: webhookPage,
  };
}

function checkRedirect({ text }: BufferedResponse, baseUrl: string): Finding {
  const check = 'redirect';
  const wanted = `${baseUrl}/return?connectionId={connectionId}&statusCode={statusCode}&state={state}`;
  const cure = `In the Portal, Settings > Auth flow > Redirects, set ${wanted}`;
  const fault = (says: string): Finding => ({ check, is: 'fault', says, cure, page: redirectPage });
  const redirect = profile.safeParse(parseJson(text)).data?.redirectUrl;
  if (!redirect) return fault('No redirect is set, so that people end on a page of Codat’s.');

  // The path may have placeholders too, when a client has several gateways.
  const [address = '', query = ''] = redirect.split('?', 2);
  const literals = address.split(/\{\w+\}/).map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (!new RegExp(`^${literals.join('[^/]+')}$`).test(`${baseUrl}/return`)) {
    return fault(`People are sent to ${address}, and not to ${baseUrl}/return.`);
  }
  const params = new URLSearchParams(query);
  const lost = ['connectionId', 'statusCode', 'state'].filter((name) => params.get(name) !== `{${name}}`);
  if (lost.length > 0) return fault(`The redirect does not pass on ${lost.join(', ')}.`);
  return { check, is: 'ok', says: `People are sent back to ${baseUrl}/return.` };
}

function checkWebhooks(answer: BufferedResponse | undefined, baseUrl: string): Finding {
  const check = 'webhooks';
  const url = `${baseUrl}/webhooks`;
  const finding = (is: 'advice' | 'fault', says: string, cure: string): Finding => ({
    check,
    is,
    says,
    cure,
    page: webhookPage,
  });
  const { data } = consumers.safeParse(answer?.status === 200 ? parseJson(answer.text) : undefined);
  if (!data) return { check, is: 'skipped', says: 'Codat did not list the webhook consumers.' };
  const consumer = data.results.find((each) => each.url.replace(/\/+$/, '') === url);
  if (!consumer) {
    return finding(
      'advice',
      'Codat sends the gateway no webhooks, so that pages have to ask by themselves.',
      `In the Portal’s webhook settings, add a consumer for ${url} with ${requiredEventTypes.join(', ')}.`,
    );
  }
  if (consumer.disabled) {
    return finding(
      'fault',
      'The webhook consumer is disabled; Codat does that after five days of failures.',
      'See that the endpoint answers, then enable it in the Portal’s webhook settings.',
    );
  }
  const missingTypes = requiredEventTypes.filter((type) => !consumer.eventTypes.includes(type));
  if (missingTypes.length > 0) {
    return finding(
      'fault',
      `The webhook consumer does not hear of ${missingTypes.join(', ')}.`,
      'Add them to the consumer in the Portal’s webhook settings.',
    );
  }
  if (consumer.companyTags?.length) {
    return finding(
      'advice',
      'The webhook consumer hears only of companies with certain tags.',
      'Take the tags off, unless another consumer hears of the other companies.',
    );
  }
  return { check, is: 'ok', says: `Codat sends webhooks to ${url}.` };
}
