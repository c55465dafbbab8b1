import type { CodatError } from '../../api/errors.js';
import type { Query } from '../query.js';
import { computeBackoffDelayMs } from './backoff.js';

/**
 * Refetches a query again and again, as often as its `polling` says at the moment, and calls `onRefetched` after each
 * success. After a refetch for another reason the next one waits a whole interval again: the gateway would answer it from
 * its cache. Resolves with the error of the first failure; rejects with the signal's reason when the signal aborts.
 */
export function pollQueryUntilFailure(
  query: Query<unknown>,
  onRefetched: () => void,
  signal: AbortSignal,
  delayFactor: () => number,
): Promise<CodatError> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    let { polling, resource } = query;
    let attempts = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const schedule = (): void => {
      clearTimeout(timer);
      if (polling)
        timer = setTimeout(() => void refetch(), computeBackoffDelayMs(polling, attempts) * delayFactor());
    };
    const refetch = async (): Promise<void> => {
      attempts++;
      await query.refresh();
      if (signal.aborted) return;
      if (query.resource.is === 'failed') {
        end();
        resolve(query.resource.error);
        return;
      }
      onRefetched();
      schedule();
    };
    const stopObserving = query.observe(() => {
      const isRefetched = query.resource !== resource && query.resource.is === 'ready';
      const isPolledAnew = query.polling !== polling;
      ({ polling, resource } = query);
      if (isPolledAnew) attempts = 0;
      if (isPolledAnew || isRefetched) schedule();
    });
    const end = (): void => {
      clearTimeout(timer);
      stopObserving();
      signal.removeEventListener('abort', onAbort);
    };
    const onAbort = (): void => {
      end();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', onAbort);
    schedule();
  });
}
