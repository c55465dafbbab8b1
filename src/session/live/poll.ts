import type { CodatError } from '../../api/errors.js';
import { waitAfter } from './pace.js';
import type { Query } from '../query.js';

/**
 * Looks again and again, as often as the query's pace says at the moment, and tells of each look that succeeded.
 * Resolves with why a look failed; rejects with the signal's reason when that ends it.
 */
export function poll(
  query: Query<unknown>,
  looked: () => void,
  signal: AbortSignal,
  slowdown: () => number,
): Promise<CodatError> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    let { pace } = query;
    let looks = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const arm = (): void => {
      clearTimeout(timer);
      if (pace) timer = setTimeout(() => void look(), waitAfter(pace, looks) * slowdown());
    };
    const look = async (): Promise<void> => {
      looks++;
      await query.refresh();
      if (signal.aborted) return;
      const { resource } = query;
      if (resource.is === 'failed') {
        end();
        resolve(resource.error);
        return;
      }
      looked();
      arm();
    };
    const leave = query.follow(() => {
      if (query.pace === pace) return;
      ({ pace } = query);
      looks = 0;
      arm();
    });
    const end = (): void => {
      clearTimeout(timer);
      leave();
      signal.removeEventListener('abort', stop);
    };
    const stop = (): void => {
      end();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop);
    arm();
  });
}
