import { createSession, type Session } from '../../../src/session/session.js';
import { getCurrentSyncRunsQuery } from '../../../src/sync/sync-runs.js';
import { openLender, type Lender } from '../../support/lender.js';
import { clear, eventually, mount, parts } from '../../support/page.js';

type SyncProgress = HTMLElementTagNameMap['sync-progress'];

export const second = 1000;

/** The data types of an accounting platform. */
export const accountingTypes = [
  'company',
  'chartOfAccounts',
  'customers',
  'suppliers',
  'bankAccounts',
  'invoices',
  'bills',
  'profitAndLoss',
];

/** The state of each data type that an element shows, by the type's name. */
export const progressOf = (element: HTMLElement): Record<string, string> =>
  Object.fromEntries(
    parts(element, 'type').map((type) =>
      [...type.querySelectorAll('span')].slice(0, 2).map(({ innerText }) => innerText.trim()),
    ),
  ) as Record<string, string>;

/** A lender's page with `<sync-progress>`. */
export class SyncProgressPage {
  lender: Lender;
  /** A session beside the lender's own, which ends with the page. */
  session: Session | undefined;

  private constructor(lender: Lender) {
    this.lender = lender;
  }

  static async open(): Promise<SyncProgressPage> {
    return new SyncProgressPage(await openLender());
  }

  close(): void {
    clear();
    this.session?.end();
    this.lender.end();
  }

  /** Replaces the lender. */
  async openLender(...settings: Parameters<typeof openLender>): Promise<void> {
    this.lender = await openLender(...settings);
  }

  /** Replaces the lender by one on a stopped clock: the gateway caches a response for ten seconds. */
  async openWithClock(): Promise<{ at: number }> {
    const clock = { at: Date.now() };
    const now = () => clock.at;
    await this.openLender({ now }, { now });
    return clock;
  }

  mount(): SyncProgress {
    return mount('sync-progress', { session: this.lender.session });
  }

  /** Mounts an element for which each pull in Codat's response is replaced. */
  mountWithSyncs(replace: (pull: Record<string, unknown>) => object): SyncProgress {
    const fetch = async (request: Request): Promise<Response> => {
      const answer = await this.lender.fetch(request);
      if (!request.url.includes('/data/history')) return answer;
      const page = (await answer.json()) as { results: Record<string, unknown>[] };
      return Response.json({ ...page, results: page.results.map(replace) }, answer);
    };
    this.session = createSession({ tokenEndpoint: `${this.lender.baseUrl}/token`, fetch });
    return mount('sync-progress', { session: this.session });
  }

  /** Resolves once the live updates have loaded. */
  livePolling(): Promise<unknown> {
    return eventually(() => this.lender.session.connections.polling);
  }

  refetch(): Promise<void> {
    return getCurrentSyncRunsQuery(this.lender.session).refresh();
  }
}
