import type { CodatError } from '../api/errors.js';

/** The state of a remote value. `last` is the newest value that loaded, kept during a refetch and after a failure. */
export type QueryState<Value> =
  | { readonly is: 'idle' }
  | { readonly is: 'loading'; readonly last?: Value }
  | { readonly is: 'ready'; readonly value: Value }
  | { readonly is: 'failed'; readonly error: CodatError; readonly last?: Value };

/** The newest value that loaded, in any state; undefined if none has, or without a query. */
export function latestValue<Value>(resource: QueryState<Value> | undefined): Value | undefined {
  if (resource?.is === 'ready') return resource.value;
  return !resource || resource.is === 'idle' ? undefined : resource.last;
}
