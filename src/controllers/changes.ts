import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How each thing stands, by its key; `undefined` while nothing is known. */
export type Standings<Value> = ReadonlyMap<string, Value> | undefined;

/** Tells what stands otherwise than when it was last drawn. What has come or gone since is none of it. */
export class ChangesController<Value> implements ReactiveController {
  readonly #standings: () => Standings<Value>;
  readonly #tell: (key: string, value: Value) => void;
  #before: Standings<Value>;

  constructor(
    host: ReactiveControllerHost,
    standings: () => Standings<Value>,
    tell: (key: string, value: Value) => void,
  ) {
    this.#standings = standings;
    this.#tell = tell;
    host.addController(this);
  }

  /** Before it is drawn, so that what is told is drawn with it. */
  hostUpdate(): void {
    const before = this.#before;
    this.#before = this.#standings();
    for (const [key, value] of this.#before ?? []) {
      const was = before?.get(key);
      if (was !== undefined && was !== value) this.#tell(key, value);
    }
  }
}
