import type { GatewayEvent } from './gateway-event.js';

/** The error codes when a process, or the whole system, may open no more files and connections. */
const exhaustionCodes: ReadonlySet<string | undefined> = new Set(['EMFILE', 'ENFILE']);

/** How long descriptors count as used up after such an error. */
const usedUpMs = 60_000;

/** Whether this process can open connections, judged by the error codes of emitted events. */
export class DescriptorExhaustionDetector {
  readonly #elapsed: () => number;
  #exhaustedAt = -Infinity;
  /** Called when they are used up, at most once a minute. */
  onRunOut: () => void = () => undefined;

  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
  }

  get areUsedUp(): boolean {
    return this.#elapsed() < this.#exhaustedAt + usedUpMs;
  }

  /** Wraps `emit`: passes every event on, and emits a trouble of its own when descriptors are used up. */
  watch(emit: (event: GatewayEvent) => void): (event: GatewayEvent) => void {
    return (event) => {
      emit(event);
      if (!('code' in event) || !exhaustionCodes.has(event.code) || this.areUsedUp) return;
      this.#exhaustedAt = this.#elapsed();
      emit({ type: 'trouble', with: 'descriptors', code: event.code === 'ENFILE' ? 'ENFILE' : 'EMFILE' });
      this.onRunOut();
    };
  }
}
