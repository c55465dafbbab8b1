import { LeavingEvent } from '../../events/leaving.js';

/** Milliseconds a host may hold this tab back before it leaves. */
const maxHoldMs = 10_000;

/** Lets the host save what it wants to before this tab leaves the page. False where the host cancels that. */
export async function mayLeave(origin: HTMLElement): Promise<boolean> {
  const event = new LeavingEvent();
  if (!origin.dispatchEvent(event)) return false;
  await Promise.race([event.settled, new Promise((resolve) => setTimeout(resolve, maxHoldMs))]);
  return true;
}
