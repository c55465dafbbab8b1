import { invalid } from './refusal.js';

/** A request's JSON object; anything else is refused. */
export async function objectIn(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const value = (await request.json().catch(() => undefined)) as unknown;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid('The body must be a JSON object.');
  }
  return { ...value };
}
