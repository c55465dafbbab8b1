import * as z from 'zod/mini';
import type { Look } from './news.js';
import { parseJson } from '../parse-json.js';

const webhookEvent = z.object({
  /** Codat's id of what happened. The same may come more than once, and late. */
  id: z.string(),
  /** `connection.connected`, `read.completed` and so on (https://docs.codat.io/using-the-api/webhooks/event-types). */
  eventType: z.string(),
  /** When, in ISO 8601, UTC. */
  generatedDate: z.nullish(z.string()),
  payload: z.record(z.string(), z.unknown()),
});

/** Something that happened at Codat, as its webhook has it, less the one-time links. */
export type WebhookEvent = z.infer<typeof webhookEvent>;

/** Links that a person signs in by: whoever has one can use it. */
const links = new Set(['linkUrl', 'redirect']);

/** What a webhook's body says, or undefined when it is not of Codat's shape. */
export function readEvent(body: Uint8Array): WebhookEvent | undefined {
  const said = parseJson(new TextDecoder().decode(body), (key, value) =>
    links.has(key) ? undefined : value,
  );
  return webhookEvent.safeParse(said).data;
}

const company = z.string().check(z.toLowerCase());
const reference = { referenceCompany: z.object({ id: company }) };
const ofConnection = z.object({ ...reference, connection: z.object({ id: z.string() }) });
const ofRead = z.object({ ...reference, dataTypes: z.array(z.object({ connectionId: z.string() })) });
const ofCompany = z.object({ id: company });

/** Whose news this is, and where to look: undefined when it does not concern a page, or is new to us. */
export function newsIn({ eventType, payload }: WebhookEvent): { company: string; look: Look } | undefined {
  const [, read] = kinds.find(([prefix]) => eventType.startsWith(prefix)) ?? [];
  return read?.(payload);
}

const kinds: readonly [prefix: string, read: (payload: unknown) => ReturnType<typeof newsIn>][] = [
  [
    'connection.',
    (payload) => {
      const { data } = ofConnection.safeParse(payload);
      return (
        data && {
          company: data.referenceCompany.id,
          look: { at: 'connections', connection: data.connection.id },
        }
      );
    },
  ],
  [
    'read.completed',
    (payload) => {
      const { data } = ofRead.safeParse(payload);
      const [first, ...others] = new Set(data?.dataTypes.map(({ connectionId }) => connectionId));
      const connection = first !== undefined && others.length === 0 && { connection: first };
      return data && { company: data.referenceCompany.id, look: { at: 'data', ...connection } };
    },
  ],
  [
    'company.deleted',
    (payload) => {
      const { data } = ofCompany.safeParse(payload);
      return data && { company: data.id, look: { at: 'connections' } };
    },
  ],
];
