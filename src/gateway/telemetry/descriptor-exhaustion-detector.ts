import type { GatewayEvent } from './gateway-event.js';

/** The error codes when a process, or the whole system, may open no more files and connections. */
const exhaustionCodes: ReadonlySet<string | undefined> = new Set(['EMFILE', 'ENFILE']);

/** How long descriptors count as exhausted after such an error. */
const exhaustedMs = 60_000;

/** Detects that this process has run out of file descriptors, by the codes `EMFILE` and `ENFILE` in emitted events. */
export class DescriptorExhaustionDetector {
  readonly #elapsed: () => number;
  #exhaustedAt = -Infinity;
  /** Called when the file descriptors run out, at most once a minute. */
  onExhausted: () => void = () => undefined;

  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
  }

  get isExhausted(): boolean {
    return this.#elapsed() < this.#exhaustedAt + exhaustedMs;
  }

  /** Wraps `emit`: passes every event on, and emits a trouble of its own when descriptors become exhausted. */
  watch(emit: (event: GatewayEvent) => void): (event: GatewayEvent) => void {
    return (event) => {
      emit(event);
      if (!('code' in event) || !exhaustionCodes.has(event.code) || this.isExhausted) return;
      this.#exhaustedAt = this.#elapsed();
      emit({ type: 'trouble', with: 'descriptors', code: event.code === 'ENFILE' ? 'ENFILE' : 'EMFILE' });
      this.onExhausted();
    };
  }
}
