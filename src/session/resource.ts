import type { CodatError } from '../api/errors.js';

/** What we know of something remote. `last` is the newest good answer, kept while we look again. */
export type Resource<Value> =
  | { readonly is: 'idle' }
  | { readonly is: 'loading'; readonly last?: Value }
  | { readonly is: 'ready'; readonly value: Value }
  | { readonly is: 'failed'; readonly error: CodatError; readonly last?: Value };

/** The newest good answer, whatever happened since. */
export function latest<Value>(resource: Resource<Value>): Value | undefined {
  if (resource.is === 'ready') return resource.value;
  return resource.is === 'idle' ? undefined : resource.last;
}
