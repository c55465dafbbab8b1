import type { Platform } from '../../api/schemas/platform.js';
import { AskedForEvent } from '../../events/asked-for.js';
import { SteppedEvent, type Step } from '../../events/analytics-step.js';

/** Dispatches `codat-stepped` for a step that a person makes in the picker itself; the journey dispatches the event for its own steps. */
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

/** Dispatches `codat-stepped` for a finished search and, if nothing was found, `codat-asked-for` with the query. */
export function reportSearch(picker: EventTarget, query: string, found: boolean): void {
  dispatchSteppedEvent(picker, found ? 'searched' : 'no-result');
  if (!found) picker.dispatchEvent(new AskedForEvent(query));
}

/** Dispatches `codat-stepped` and, with the search term, `codat-asked-for` for a person whose platform isn't listed. */
export function reportNotListed(picker: EventTarget, query: string): void {
  dispatchSteppedEvent(picker, 'not-listed');
  picker.dispatchEvent(new AskedForEvent(query));
}
