import type { TestContext } from 'node:test';
import type { GatewaySettings } from '../../src/gateway/index.js';
import { getCurrentSyncRunsQuery } from '../../src/sync/sync-runs.js';
import { latestValue } from '../../src/session/query-state.js';
import { Session } from '../../src/session/session.js';
// What keeps a session fresh loads later: for tests it is there at once.
import '../../src/session/live/live-updates.js';
import { stopClock } from './clock.js';
import { openLender, type Lender } from './lender.js';
import { Channel, FakeTab, Locks } from './tabs.js';

/** How the browser and the lender of a test differ from the usual. */
interface BrowserOptions {
  /** Whether Codat sends webhooks to the gateway, and the gateway events to its pages. */
  readonly events?: boolean;
  /** Whether the browser lets tabs line up. */
  readonly locks?: boolean;
  readonly settings?: Partial<GatewaySettings>;
}

/** One page in a tab of its own, as elements that show connections and how their data is read keep it. */
export interface OpenTab {
  readonly tab: FakeTab;
  readonly session: Session;
  /** The statuses it shows. */
  readonly shown: readonly string[];
  /** Takes the element off the page. */
  unsubscribe(): void;
}

/** A browser with tabs of one company, on a stopped clock. */
export interface Browser {
  readonly lender: Lender;
  readonly locks: Locks;
  open(): OpenTab;
  /** Lets time pass, a second at a time, and everything that is due happen in it. */
  advance(seconds: number): Promise<void>;
  /** Waits until everything that has started is finished. */
  settle(): Promise<void>;
  /** The calls about the company that Codat has counted since the last `calls()`. */
  calls(): number;
  /** The streams of events that are open. */
  readonly streams: ReadonlySet<Stream>;
}

/** An open event stream: since when, and how many chunks arrived. */
interface Stream {
  readonly since: number;
  readonly chunks: number;
}

/** The gateway sends a comment when a stream opens, and a heartbeat every twenty-five seconds. */
const isBehind = ({ since, chunks }: Stream): boolean =>
  chunks < 1 + Math.floor((Date.now() - since) / 25_000);

const webhookSecret = 'whsec_plJ3nmyCDGBKInavdOK15jsl0123456789abcdef';

export async function openBrowser(test: TestContext, given: BrowserOptions = {}): Promise<Browser> {
  const { events = false, locks: hasLocks = true, settings } = given;
  const clock = stopClock(test);
  const { BroadcastChannel } = globalThis;
  Object.assign(globalThis, { BroadcastChannel: Channel });
  const deliver = (request: Request): Promise<Response> =>
    lender.gateway.fetch(new Request(`${lender.baseUrl}/webhooks`, request));
  const lender = await openLender(
    { ...(events && { webhookSecrets: [webhookSecret] }), ...settings },
    { ...(events && { webhookConsumers: [{ url: 'https://lender.test', secret: webhookSecret, deliver }] }) },
  );
  const locks = new Locks();
  const opened: OpenTab[] = [];
  const streams = new Set<Stream>();
  let pendingRequests = 0;

  const fetch = async (request: Request): Promise<Response> => {
    pendingRequests++;
    try {
      const response = await lender.fetch(request);
      return response.headers.get('Content-Type')?.startsWith('text/event-stream')
        ? tracked(response)
        : response;
    } finally {
      pendingRequests--;
    }
  };
  const tracked = (response: Response): Response => {
    const reader = response.body?.getReader();
    const stream = { since: Date.now(), chunks: 0 };
    streams.add(stream);
    const forget = (): boolean => streams.delete(stream);
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done = true, value } = (await reader?.read()) ?? {};
        stream.chunks++;
        if (value) controller.enqueue(value);
        if (done && forget()) controller.close();
      },
      cancel: () => (forget() ? reader?.cancel() : undefined),
    });
    return new Response(body, response);
  };
  const settle = async (): Promise<void> => {
    for (let quiet = 0; quiet < 4; quiet++) {
      await new Promise(setImmediate);
      if (pendingRequests > 0 || [...streams].some(isBehind)) quiet = 0;
    }
  };
  test.after(() => {
    for (const page of opened) page.unsubscribe();
    for (const { session } of opened) session.end();
    lender.end();
    Object.assign(globalThis, { BroadcastChannel });
  });

  let counted = 0;
  return {
    lender,
    locks,
    streams,
    settle,
    open() {
      const tab = new FakeTab(hasLocks ? locks : undefined);
      const session = new Session({ tokenEndpoint: `${lender.baseUrl}/token`, fetch }, tab);
      const subscriptions = [session.connections, getCurrentSyncRunsQuery(session)].map((query) =>
        query.subscribe(() => undefined),
      );
      const unsubscribe = (): void => {
        for (const each of subscriptions) each();
      };
      const page: OpenTab = {
        tab,
        session,
        unsubscribe,
        get shown() {
          return (latestValue(session.connections.resource) ?? []).map(({ status }) => status);
        },
      };
      opened.push(page);
      return page;
    },
    async advance(seconds) {
      for (let left = seconds; left > 0; left--) {
        clock.tick(Math.min(left, 1) * 1000);
        if (events) await lender.simulator.tick();
        await settle();
      }
    },
    calls() {
      const all = lender.simulator.requests.filter(({ path }) =>
        path.startsWith(`/companies/${lender.companyId}/`),
      );
      const since = all.length - counted;
      counted = all.length;
      return since;
    },
  };
}
