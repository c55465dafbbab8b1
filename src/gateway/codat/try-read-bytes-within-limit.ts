interface ReadBytesOptions {
  readonly signal?: AbortSignal;
  /** How many more bytes of a body that is too long are read and discarded before it is cancelled. Default 0. */
  readonly maxDiscardedBytes?: number;
}

/**
 * Reads a body; undefined when there is none, or it is longer than `maxBytes`. Never holds more than that in memory.
 * Rejects with the signal's reason when that is aborted.
 */
export async function tryReadBytesWithinLimit(
  body: Request | Response,
  maxBytes: number,
  { signal, maxDiscardedBytes = 0 }: ReadBytesOptions = {},
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.body?.getReader();
  if (!reader) return undefined;
  const stop = () => void reader.cancel().catch(() => undefined);
  signal?.addEventListener('abort', stop);
  for (;;) {
    const { done, value } = await reader.read();
    signal?.throwIfAborted();
    if (done) return length > maxBytes ? undefined : joined(chunks, length);
    length += value.byteLength;
    if (length <= maxBytes) chunks.push(value);
    else chunks.length = 0;
    if (length > maxBytes + maxDiscardedBytes) {
      await reader.cancel();
      return undefined;
    }
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
