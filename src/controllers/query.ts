import type { ReactiveControllerHost } from 'lit';
import type { CodatError } from '../api/errors.js';
import type { Query } from '../session/query.js';
import { latest, type Resource } from '../session/resource.js';
import { FailedEvent } from '../events/failed.js';
import { WatchController } from './watch.js';

interface Views<Value, View> {
  readonly loading: () => View;
  readonly ready: (value: Value) => View;
  /** Shown when nothing good was ever known; otherwise the newest good answer stays. */
  readonly failed: (error: CodatError) => View;
}

/** Ties a query to an element's life, and tells the host of each failure once. */
export class QueryController<Value> extends WatchController<Query<Value>> {
  readonly #element: HTMLElement;
  #told: CodatError | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, find: () => Query<Value> | undefined) {
    super(host, find);
    this.#element = host;
  }

  get resource(): Resource<Value> {
    return this.source?.resource ?? { is: 'idle' };
  }

  get latest(): Value | undefined {
    return latest(this.resource);
  }

  /** What there is to see of it. */
  get situation(): 'loading' | 'ready' | 'failed' {
    return this.render({ loading: () => 'loading', ready: () => 'ready', failed: () => 'failed' });
  }

  refresh(): void {
    void this.source?.refresh();
  }

  hostUpdated(): void {
    const { resource } = this;
    const error = resource.is === 'failed' ? resource.error : undefined;
    if (error && error !== this.#told) this.#element.dispatchEvent(new FailedEvent(error));
    this.#told = error;
  }

  render<View>({ loading, ready, failed }: Views<Value, View>): View {
    const { resource } = this;
    const value = latest(resource);
    if (value !== undefined) return ready(value);
    return resource.is === 'failed' ? failed(resource.error) : loading();
  }
}
