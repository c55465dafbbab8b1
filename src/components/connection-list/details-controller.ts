import type { LitElement } from 'lit';
import type { LastFocusedRowController } from '../../controllers/last-focused-row.js';
import { QuerySubscriptionController } from '../../controllers/query-subscription.js';
import type { QueryState } from '../../session/query-state.js';
import type { Session } from '../../session/session.js';
import { getConnectionDataTypesQuery } from '../../sync/connection-data-types-query.js';

/** Opens the details of one connection at a time, and loads its data types only then. */
export class DetailsController {
  readonly #host: LitElement;
  readonly #rows: LastFocusedRowController;
  readonly #dataTypes: QuerySubscriptionController<string[]>;
  #id: string | undefined;

  constructor(host: LitElement, rows: LastFocusedRowController, session: () => Session | undefined) {
    this.#host = host;
    this.#rows = rows;
    this.#dataTypes = new QuerySubscriptionController(host, () => {
      const current = session();
      return current && this.#id ? getConnectionDataTypesQuery(current, this.#id) : undefined;
    });
  }

  /** Codat's names of a connection's data types; undefined while its details are closed. */
  dataTypesOf(id: string): QueryState<readonly string[]> | undefined {
    return id === this.#id ? this.#dataTypes.resource : undefined;
  }

  /** Opens the details and focuses them, or closes them and focuses the menu button. */
  async toggle(id: string): Promise<void> {
    const opens = id !== this.#id;
    if (!opens) this.#rows.findPart(id, 'menu-button')?.focus();
    this.#id = opens ? id : undefined;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (opens) this.#rows.findPart(id, 'details')?.focus();
  }
}
