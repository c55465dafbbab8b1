import type { Platform } from '../../api/schemas/platform.js';
import { AskedForEvent } from '../../events/asked-for.js';
import { SteppedEvent, type Step } from '../../events/analytics-step.js';

/** Dispatches a step that a person makes in the picker before there is a journey, which dispatches its own. */
export function dispatchSteppedEvent(picker: EventTarget, step: Step, platform?: Platform): void {
  picker.dispatchEvent(new SteppedEvent(step, platform));
}

const viewed = new WeakSet<EventTarget>();

/** Reports once that a picker was viewed. */
export function reportViewed(picker: EventTarget): void {
  if (viewed.has(picker)) return;
  viewed.add(picker);
  dispatchSteppedEvent(picker, 'viewed');
}

/** Reports a finished search, and the query if nothing was found. */
export function reportSearch(picker: EventTarget, query: string, found: boolean): void {
  dispatchSteppedEvent(picker, found ? 'searched' : 'no-result');
  if (!found) picker.dispatchEvent(new AskedForEvent(query));
}

/** Reports that a person's platform isn't listed. */
export function reportNotListed(picker: EventTarget, query: string): void {
  dispatchSteppedEvent(picker, 'not-listed');
  picker.dispatchEvent(new AskedForEvent(query));
}
