import type { GatewayEvent } from './gateway-event.js';

/** What a system says when a process, or all of it, may open no more files and connections. */
const exhausted: ReadonlySet<string | undefined> = new Set(['EMFILE', 'ENFILE']);

/** How long it is taken to be out of them after it last was, in milliseconds. */
const lasting = 60_000;

/** Whether this process can open connections, judged by what is told of every call that failed. */
export class Descriptors {
  readonly #elapsed: () => number;
  #ranOutAt = -Infinity;
  /** Called when it runs out, once a minute at most. */
  onRunOut: () => void = () => undefined;

  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
  }

  get areUsedUp(): boolean {
    return this.#elapsed() < this.#ranOutAt + lasting;
  }

  /** Passes on what is told, and says beside it that the process has run out. */
  watch(emit: (event: GatewayEvent) => void): (event: GatewayEvent) => void {
    return (event) => {
      emit(event);
      if (!('code' in event) || !exhausted.has(event.code) || this.areUsedUp) return;
      this.#ranOutAt = this.#elapsed();
      emit({ type: 'trouble', with: 'descriptors', code: event.code === 'ENFILE' ? 'ENFILE' : 'EMFILE' });
      this.onRunOut();
    };
  }
}
