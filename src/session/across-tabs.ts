/** What the tabs of one company tell each other: which connection to look at again, never what it holds. */
export type Notice =
  /** The person came back from the platform's sign-in page. */
  | { readonly is: 'returned'; readonly connection: string }
  /** Another tab changed it. */
  | { readonly is: 'changed'; readonly connection: string };

/** The channel on which the pages of one company on one origin speak. */
export class AcrossTabs {
  readonly #channel: BroadcastChannel;

  /** Without `hear` it only speaks. */
  constructor(companyId: string, hear?: (notice: Notice) => void) {
    this.#channel = new BroadcastChannel(`codat-connect-elements:${companyId}`);
    this.#channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isNotice(data)) hear?.(data);
    });
  }

  tell(notice: Notice): void {
    this.#channel.postMessage(notice);
  }

  close(): void {
    this.#channel.close();
  }
}

function isNotice(data: unknown): data is Notice {
  if (typeof data !== 'object' || data === null) return false;
  const { is, connection } = data as Partial<Notice>;
  return (is === 'returned' || is === 'changed') && typeof connection === 'string';
}
