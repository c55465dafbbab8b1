import { readJsonObject } from './read-json-object.js';
import type { Database } from '../database.js';
import { createInvalidRequestError, ApiError } from './api-error.js';
import { createRoute, type Route } from './router.js';
import type { WebhookConsumerRecord } from '../state.js';
import type { WebhookSender } from '../webhook-sender.js';

const maxConsumers = 50;

/** `/webhooks`: lists, creates and deletes consumers. Those of the simulator's settings can't be deleted. */
export function createWebhookRoutes({ state }: Database, webhooks: WebhookSender): readonly Route[] {
  return [
    createRoute('GET', '/webhooks', () => Response.json({ results: webhooks.consumers })),
    createRoute('POST', '/webhooks', async ({ request }) => {
      const consumer = consumerFrom(await readJsonObject(request));
      if (webhooks.consumers.length >= maxConsumers)
        throw createInvalidRequestError('There are fifty consumers already.');
      state.consumers.push(consumer);
      return Response.json(consumer, { status: 201 });
    }),
    createRoute('DELETE', '/webhooks/{webhookId}', ({ params }) => {
      const index = state.consumers.findIndex(({ id }) => id === params.webhookId);
      if (index < 0) throw new ApiError(404, `No webhook consumer was found with ID ${params.webhookId}`);
      state.consumers.splice(index, 1);
      return new Response(null, { status: 204 });
    }),
  ];
}

function consumerFrom(body: Readonly<Record<string, unknown>>): WebhookConsumerRecord {
  const { url, eventTypes, disabled, companyTags } = body;
  if (typeof url !== 'string' || !/^https?:/i.test(url) || !URL.canParse(url)) {
    throw createInvalidRequestError('url must be an address.');
  }
  if (disabled != null && typeof disabled !== 'boolean')
    throw createInvalidRequestError('disabled must be true or false.');
  const types = textsFrom('eventTypes', eventTypes);
  // docs.codat.io/using-the-api/webhooks/create-consumer
  if (types.length === 0) throw createInvalidRequestError('eventTypes must have at least one.');
  return {
    id: crypto.randomUUID(),
    url,
    eventTypes: types,
    disabled: disabled ?? false,
    ...(companyTags != null && { companyTags: tagsFrom(companyTags) }),
  };
}

/** At most ten tags, each of at most 128 characters (Codat's OpenAPI). */
function tagsFrom(value: unknown): readonly string[] {
  const tags = textsFrom('companyTags', value);
  if (tags.length > 10 || tags.some((tag) => tag.length > 128))
    throw createInvalidRequestError('companyTags are not valid.');
  return tags;
}

function textsFrom(name: string, value: unknown): readonly string[] {
  const isText = (each: unknown): each is string => typeof each === 'string';
  if (!Array.isArray(value) || !value.every(isText))
    throw createInvalidRequestError(`${name} must be a list of text.`);
  return value;
}
