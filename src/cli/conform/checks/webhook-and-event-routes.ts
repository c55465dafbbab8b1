import { createFault, specificationUrls, createUnsafeFault, type MaybeFault } from '../findings.js';
import { findCachingFault } from '../check-json-response.js';
import type { BufferedResponse } from '../../request.js';
import type { CheckContext, PeopleWithTokens } from '../check-context.js';

/** Checks the webhook route, which Codat calls, and the event stream, whose response stays open. */
export async function checkWebhookAndEventRoutes(
  context: CheckContext,
  gateway: string,
  people: PeopleWithTokens,
): Promise<void> {
  await checkWebhooks(context, gateway);
  await checkEvents(context, gateway, people);
}

async function checkWebhooks({ findings, prober, now }: CheckContext, gateway: string): Promise<void> {
  const check = 'POST /webhooks';
  const url = `${gateway}/webhooks`;
  const body = { id: 'conform', eventType: 'connection.connected', payload: {} };
  const headers = {
    'webhook-id': 'conform',
    'webhook-timestamp': String(Math.floor(now() / 1000)),
    'webhook-signature': `v1,${btoa('0'.repeat(32))}`,
  };
  const [bare, forged] = [
    await prober.send(url, { method: 'POST', body }),
    await prober.send(url, { method: 'POST', body, headers }),
  ];
  if (bare?.status === 404 && forged?.status === 404) {
    findings.skip(check, 'This gateway takes no webhooks.');
    return;
  }
  findings.add(check, 'A webhook that Codat did not sign is refused.', [
    findWebhookFault('without a signature', bare),
    findWebhookFault('with a forged signature', forged),
  ]);
}

function findWebhookFault(what: string, answer: BufferedResponse | undefined): MaybeFault {
  const status = answer?.status;
  if (status !== undefined && status < 300)
    return createUnsafeFault(
      `A webhook ${what} is taken.`,
      'Verify it by Standard Webhooks before you read its body.',
      'https://www.standardwebhooks.com',
    );
  if (status === 400 || status === 401 || status === 403) return undefined;
  return createFault(`A webhook ${what} is answered ${status ?? 'nothing'}.`, 'Answer 400 or 401.');
}

async function checkEvents(
  { findings, prober }: CheckContext,
  gateway: string,
  { first }: PeopleWithTokens,
): Promise<void> {
  const check = 'event stream';
  if (!first) {
    findings.skip(check, 'It needs a token.');
    return;
  }
  const { person, token } = first;
  const events = first.events ?? `${gateway}/events`;
  const stranger = await prober.send(events, { streams: true });
  if (first.events === undefined && stranger?.status === 404) {
    findings.skip(check, 'The token names none, so that pages poll.');
    return;
  }
  const answer = await prober.send(events, { person, token, streams: true });
  findings.add(check, 'It opens for a token alone, and speaks at once.', [
    stranger?.status !== 401 && findStrangerFault(stranger),
    findStreamFault(answer),
    answer?.status === 200 && findCachingFault('The event stream', answer),
  ]);
}

const findStrangerFault = (answer: BufferedResponse | undefined): MaybeFault => {
  const says = `The event stream without a token is answered ${answer?.status ?? 'nothing'}.`;
  return answer && answer.status < 300
    ? createUnsafeFault(says, 'Verify the bearer token first.', specificationUrls.tokens)
    : createFault(says, 'Answer 401.', specificationUrls.tokens);
};

function findStreamFault(answer: BufferedResponse | undefined): MaybeFault {
  if (answer?.status !== 200)
    return createFault(
      `The event stream is answered ${answer?.status ?? 'nothing'}.`,
      'Open it for every valid token, or name no `events` in the token.',
      specificationUrls.events,
    );
  const type = answer.headers.get('Content-Type') ?? '';
  if (!/^text\/event-stream\s*(?:;|$)/i.test(type))
    return createFault(
      `The event stream has the type ${type || 'of nothing'}.`,
      'Set Content-Type: text/event-stream.',
      specificationUrls.events,
    );
  if (answer.text === '')
    return createFault(
      'The event stream says nothing when it opens.',
      'Send a comment at once, such as ": open", and let no proxy keep it back (X-Accel-Buffering: no).',
      specificationUrls.events,
    );
  if (!/^(?::|(?:event|data|id|retry):)/.test(answer.text))
    return createFault(
      'The event stream begins with something else than an event or a comment.',
      'Send ": open" and an empty line first.',
      specificationUrls.events,
    );
  return undefined;
}
