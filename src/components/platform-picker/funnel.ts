import type { Platform } from '../../api/schemas/platform.js';
import { AskedForEvent } from '../../events/asked-for.js';
import { SteppedEvent, type Step } from '../../events/stepped.js';

/** Tells the host of a step that was made in the picker, before there is a journey to tell of it. */
export function step(picker: EventTarget, made: Step, platform?: Platform): void {
  picker.dispatchEvent(new SteppedEvent(made, platform));
}

/** A person is done with what they typed, and something is found by it or not. */
export function searched(picker: EventTarget, query: string, found: boolean): void {
  step(picker, found ? 'searched' : 'no-result');
  if (!found) picker.dispatchEvent(new AskedForEvent(query));
}

/** A person says that theirs isn't there. */
export function missed(picker: EventTarget, query: string): void {
  step(picker, 'not-listed');
  picker.dispatchEvent(new AskedForEvent(query));
}
