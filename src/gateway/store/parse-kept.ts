import type * as z from 'zod/mini';
import type { GatewayEvent } from '../telemetry/gateway-event.js';
import { parseJson } from '../parse-json.js';
import { isId } from '../settings.js';

/**
 * What a text from the store says in JSON, if it has this shape. Anyone who can write to the store may have put
 * something else there: that is as good as nothing, and the host is told.
 */
export function parseKept<Shape extends z.ZodMiniType>(
  text: string | undefined,
  shape: Shape,
  tell: (event: GatewayEvent) => void,
): z.output<Shape> | undefined {
  if (text === undefined) return undefined;
  const { data, error } = shape.safeParse(parseJson(text));
  if (error) tell(unreadable);
  return data;
}

/** The same for what is kept as an id of Codat's, without JSON. */
export function idKept(text: string | undefined, tell: (event: GatewayEvent) => void): string | undefined {
  if (text === undefined || isId(text)) return text;
  tell(unreadable);
  return undefined;
}

/** What the host is told of it. */
export const unreadable = { type: 'trouble', with: 'store', code: 'UNREADABLE_VALUE' } as const;
