import { openChannel } from '../../browser/channel.js';

/** What the tabs of one company tell each other: where to look again, never what is there. */
export interface Notice {
  /** The person came back from the sign-in page; another tab changed something; another tab looked, or knows where to. */
  readonly is: 'returned' | 'changed' | 'look';
  /** Absent from a look at any of them. */
  readonly connection?: string | undefined;
  /** Of a return: the id of the try the person came back from, where it is known. */
  readonly attempt?: string | undefined;
  /** Of a look: the name of the answer. */
  readonly at?: string | undefined;
}

/** The channel on which the pages of one company on one origin speak. Where there are none, each page is alone. */
export class AcrossTabs {
  readonly #channel: BroadcastChannel | undefined;

  /** Without `hear` it only speaks. */
  constructor(companyId: string, hear?: (notice: Notice) => void) {
    this.#channel = openChannel(`codat-connect-elements:${companyId}`);
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isNotice(data)) hear?.(data);
    });
  }

  tell(notice: Notice): void {
    this.#channel?.postMessage(notice);
  }

  close(): void {
    this.#channel?.close();
  }
}

function isNotice(data: unknown): data is Notice {
  if (typeof data !== 'object' || data === null) return false;
  const { is, connection, at, attempt } = data as Partial<Notice>;
  if (!['undefined', 'string'].includes(typeof attempt)) return false;
  return is === 'look'
    ? typeof at === 'string' && ['undefined', 'string'].includes(typeof connection)
    : (is === 'returned' || is === 'changed') && typeof connection === 'string';
}
