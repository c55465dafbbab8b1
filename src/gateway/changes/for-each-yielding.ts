import { delay } from '../timers.js';

const batchSize = 100;

/** Does the work for each item, and yields to the event loop after every hundred: ten thousand at once take seconds. */
export async function forEachYielding<Item>(
  items: Iterable<Item>,
  work: (item: Item) => void,
): Promise<void> {
  let done = 0;
  for (const item of [...items]) {
    work(item);
    if (++done % batchSize === 0) await delay(0);
  }
}
