const urgent = new Set<Promise<unknown>>();

/** Makes {@link whenUrgentLoaded} wait for this promise, so that a person gets what they wait for before modules that they may need next. */
export function trackUrgentLoad<Value>(promise: Promise<Value>): Promise<Value> {
  const done = (): unknown => urgent.delete(promise);
  urgent.add(promise);
  promise.then(done, done);
  return promise;
}

/** Resolves once no urgent module is loading, nor any that those load in their turn. */
export async function whenUrgentLoaded(): Promise<void> {
  do await Promise.allSettled(urgent);
  while (urgent.size > 0);
}

/** Resolves once the browser is idle; on a busy page after two seconds at most. */
export async function whenIdle(): Promise<void> {
  // Safari and Node have no idle callbacks.
  const { requestIdleCallback: onIdle } = globalThis as Partial<typeof globalThis>;
  if (onIdle) await new Promise<void>((resolve) => void onIdle(() => resolve(), { timeout: 2_000 }));
}
