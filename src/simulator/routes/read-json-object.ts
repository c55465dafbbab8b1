import { createInvalidRequestError } from './api-error.js';

/** A request's JSON object. Rejects with a 400 for any other body. */
export async function readJsonObject(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const value = (await request.json().catch(() => undefined)) as unknown;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw createInvalidRequestError('The body must be a JSON object.');
  }
  return { ...value };
}
