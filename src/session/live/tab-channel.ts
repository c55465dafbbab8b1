import { openBroadcastChannel } from '../../browser/broadcast-channel.js';

/** A message between the tabs of one company. It carries no data; all kinds but `received` cause a refetch. */
export interface TabMessage {
  /**
   * `returned`: the person came back from the sign-in page. `received`: the page that waits for that sign-in has got
   * `returned`, so the window may close. `changed`: another tab changed a connection. `refetch`: refetch a query.
   */
  readonly is: 'returned' | 'received' | 'changed' | 'refetch';
  /** The connection's id; absent from a `refetch` that may concern any connection. */
  readonly connection?: string | undefined;
  /** Of `returned` and `received`: the id of the attempt that the person came back from, where it is known. */
  readonly attempt?: string | undefined;
  /** Of `refetch`: the name of the query. */
  readonly at?: string | undefined;
}

/** The channel between the tabs of one company on one origin. Without `BroadcastChannel` every tab is on its own. */
export class TabChannel {
  readonly #channel: BroadcastChannel | undefined;

  /** Leave out `onMessage` to post only. */
  constructor(companyId: string, onMessage?: (message: TabMessage) => void) {
    this.#channel = openBroadcastChannel(`codat-connect-elements:${companyId}`);
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isTabMessage(data)) onMessage?.(data);
    });
  }

  post(message: TabMessage): void {
    this.#channel?.postMessage(message);
  }

  close(): void {
    this.#channel?.close();
  }
}

function isTabMessage(data: unknown): data is TabMessage {
  if (typeof data !== 'object' || data === null) return false;
  const { is, connection, at, attempt } = data as Partial<TabMessage>;
  if (!['undefined', 'string'].includes(typeof attempt)) return false;
  return is === 'refetch'
    ? typeof at === 'string' && ['undefined', 'string'].includes(typeof connection)
    : ['returned', 'received', 'changed'].includes(is ?? '') && typeof connection === 'string';
}
