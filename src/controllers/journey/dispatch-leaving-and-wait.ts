import { LeavingEvent } from '../../events/leaving.js';

/** Milliseconds for which a host may delay the navigation. */
const maxHoldMs = 10_000;

/** Dispatches `codat-leaving` and waits until the host has saved its data. False if the host cancels the navigation. */
export async function dispatchLeavingAndWait(origin: HTMLElement): Promise<boolean> {
  const event = new LeavingEvent();
  if (!origin.dispatchEvent(event)) return false;
  await Promise.race([event.settled, new Promise((resolve) => setTimeout(resolve, maxHoldMs))]);
  return true;
}
