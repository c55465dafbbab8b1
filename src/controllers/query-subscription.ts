import type { CodatError } from '../api/errors.js';
import { FailedEvent } from '../events/failed.js';
import { latestValue, type QueryState } from '../session/query-state.js';
import type { Query } from '../session/query.js';
import { SubscriptionController } from './subscription.js';

interface Renderers<Value, Rendered> {
  readonly loading: () => Rendered;
  readonly ready: (value: Value) => Rendered;
  /** Used only if no answer ever arrived; otherwise the last good answer stays on screen. */
  readonly failed: (error: CodatError) => Rendered;
}

/** Watches a query while its element is on the page, and dispatches `codat-failed` once for each failure. */
export class QuerySubscriptionController<Value> extends SubscriptionController<Query<Value>> {
  #dispatched: CodatError | undefined;

  get resource(): QueryState<Value> {
    return this.source?.resource ?? { is: 'idle' };
  }

  get latest(): Value | undefined {
    return latestValue(this.resource);
  }

  /** Which of the renderers of `render` applies. */
  get status(): 'loading' | 'ready' | 'failed' {
    return this.render({ loading: () => 'loading', ready: () => 'ready', failed: () => 'failed' });
  }

  refresh(): void {
    void this.source?.refresh();
  }

  hostUpdated(): void {
    const { resource } = this;
    const error = resource.is === 'failed' ? resource.error : undefined;
    if (error && error !== this.#dispatched) this.host.dispatchEvent(new FailedEvent(error));
    this.#dispatched = error;
  }

  render<Rendered>({ loading, ready, failed }: Renderers<Value, Rendered>): Rendered {
    const { resource } = this;
    const value = latestValue(resource);
    if (value !== undefined) return ready(value);
    return resource.is === 'failed' ? failed(resource.error) : loading();
  }
}
