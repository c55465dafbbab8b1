import type * as z from 'zod/mini';
import type { GatewayEvent } from '../telemetry/gateway-event.js';
import { parseJson } from '../parse-json.js';
import { isCodatId } from '../settings.js';

/**
 * Parses JSON from the store. A value of another shape, which anyone with access to the store may have written, counts
 * as absent and is emitted as an event.
 */
export function parseStored<Schema extends z.ZodMiniType>(
  text: string | undefined,
  schema: Schema,
  emit: (event: GatewayEvent) => void,
): z.output<Schema> | undefined {
  if (text === undefined) return undefined;
  const { data, error } = schema.safeParse(parseJson(text));
  if (error) emit(unreadableValueEvent);
  return data;
}

/** Parses a stored id of Codat's, which is plain text; undefined, with an event, if it can't be read. */
export function parseStoredId(
  text: string | undefined,
  emit: (event: GatewayEvent) => void,
): string | undefined {
  if (text === undefined || isCodatId(text)) return text;
  emit(unreadableValueEvent);
  return undefined;
}

/** The event for a stored value that can't be read. */
export const unreadableValueEvent = { type: 'trouble', with: 'store', code: 'UNREADABLE_VALUE' } as const;
