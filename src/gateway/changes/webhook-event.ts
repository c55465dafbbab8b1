import * as z from 'zod/mini';
import type { ChangeNotice } from '../../contract/change-notice.js';
import { parseJson } from '../parse-json.js';

const webhookEvent = z.object({
  /** Codat's id of the event. It may be delivered more than once, and late. */
  id: z.string(),
  /** `connection.connected`, `read.completed` and so on (https://docs.codat.io/using-the-api/webhooks/event-types). */
  eventType: z.string(),
  /** ISO 8601, in UTC. */
  generatedDate: z.nullish(z.string()),
  payload: z.record(z.string(), z.unknown()),
});

/** An event of Codat's webhooks, without its one-time links. */
export type WebhookEvent = z.infer<typeof webhookEvent>;

/** Fields with one-time links, which anyone who has them can use. */
const linkFields = new Set(['linkUrl', 'redirect']);

/** Parses a webhook's body; undefined when it doesn't have the shape of Codat's events. */
export function parseWebhookEvent(body: Uint8Array): WebhookEvent | undefined {
  const parsed = parseJson(new TextDecoder().decode(body), (key, value) =>
    linkFields.has(key) ? undefined : value,
  );
  return webhookEvent.safeParse(parsed).data;
}

const company = z.string().check(z.toLowerCase());
const reference = { referenceCompany: z.object({ id: company }) };
/** A field whose absence only leaves the notice less exact. */
const optional = <Shape extends z.ZodMiniType>(shape: Shape) => z.catch(z.nullish(shape), null);
const id = optional(z.string());
const ofConnection = z.object({ ...reference, connection: optional(z.object({ id })) });
const ofRead = z.object({ ...reference, dataTypes: optional(z.array(z.object({ connectionId: id }))) });
const ofCompany = z.object({ id: company });

/** The company that changed, and the notice for its pages; undefined when the event concerns no page, has an unknown type or is malformed. */
export function changeFromEvent({
  eventType,
  payload,
}: WebhookEvent): { company: string; notice: ChangeNotice } | undefined {
  const [, parse] = parsers.find(([prefix]) => eventType.startsWith(prefix)) ?? [];
  return parse?.(payload);
}

const parsers: readonly [prefix: string, parse: (payload: unknown) => ReturnType<typeof changeFromEvent>][] =
  [
    [
      'connection.',
      (payload) => {
        const { data } = ofConnection.safeParse(payload);
        return data && noticeOf(data, 'connections', [data.connection?.id]);
      },
    ],
    [
      'read.completed',
      (payload) => {
        const { data } = ofRead.safeParse(payload);
        return data && noticeOf(data, 'data', data.dataTypes?.map(({ connectionId }) => connectionId) ?? []);
      },
    ],
    [
      'company.deleted',
      (payload) => {
        const { data } = ofCompany.safeParse(payload);
        return data && { company: data.id, notice: { at: 'connections' } };
      },
    ],
  ];

/** Names the connection if it is the only one, and is known. */
function noticeOf(
  { referenceCompany }: { readonly referenceCompany: { readonly id: string } },
  at: ChangeNotice['at'],
  ids: readonly (string | null | undefined)[],
): { company: string; notice: ChangeNotice } {
  const [connection, ...others] = new Set(ids);
  const notice = connection && others.length === 0 ? { at, connection } : { at };
  return { company: referenceCompany.id, notice };
}
