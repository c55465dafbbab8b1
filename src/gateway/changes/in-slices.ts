const slice = 100;

/** Does the same for each of many, and lets others have their turn in between: ten thousand at once take seconds. */
export async function inSlices<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> {
  let done = 0;
  for (const item of [...items]) {
    work(item);
    if (++done % slice === 0) await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
