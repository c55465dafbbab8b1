import { objectIn } from './body.js';
import type { Memory } from '../memory.js';
import { invalid, Refusal } from './refusal.js';
import { route, type Route } from './router.js';
import type { ConsumerRecord } from '../state.js';
import type { Webhooks } from '../webhooks.js';

const mostConsumers = 50;

/** `/webhooks`: who is told what happens. What stands in the simulator's settings is only listed. */
export function webhookRoutes({ state }: Memory, webhooks: Webhooks): readonly Route[] {
  return [
    route('GET', '/webhooks', () => Response.json({ results: webhooks.consumers })),
    route('POST', '/webhooks', async ({ request }) => {
      const consumer = consumerFrom(await objectIn(request));
      if (webhooks.consumers.length >= mostConsumers) throw invalid('There are fifty consumers already.');
      state.consumers.push(consumer);
      return Response.json(consumer, { status: 201 });
    }),
    route('DELETE', '/webhooks/{webhookId}', ({ path }) => {
      const index = state.consumers.findIndex(({ id }) => id === path.webhookId);
      if (index < 0) throw new Refusal(404, `No webhook consumer was found with ID ${path.webhookId}`);
      state.consumers.splice(index, 1);
      return new Response(null, { status: 204 });
    }),
  ];
}

function consumerFrom(body: Readonly<Record<string, unknown>>): ConsumerRecord {
  const { url, eventTypes = [], disabled, companyTags } = body;
  if (typeof url !== 'string' || !/^https?:/i.test(url) || !URL.canParse(url)) {
    throw invalid('url must be an address.');
  }
  if (disabled != null && typeof disabled !== 'boolean') throw invalid('disabled must be true or false.');
  return {
    id: crypto.randomUUID(),
    url,
    eventTypes: textsFrom('eventTypes', eventTypes),
    disabled: disabled ?? false,
    ...(companyTags != null && { companyTags: tagsFrom(companyTags) }),
  };
}

/** At most ten, each of 128 characters (Codat's OpenAPI). */
function tagsFrom(value: unknown): readonly string[] {
  const tags = textsFrom('companyTags', value);
  if (tags.length > 10 || tags.some((tag) => tag.length > 128)) throw invalid('companyTags are not valid.');
  return tags;
}

function textsFrom(name: string, value: unknown): readonly string[] {
  const isText = (each: unknown): each is string => typeof each === 'string';
  if (!Array.isArray(value) || !value.every(isText)) throw invalid(`${name} must be a list of text.`);
  return value;
}
