interface Reading {
  readonly signal?: AbortSignal;
  /** How many bytes of the rest of a body that is too long are read and thrown away before it is given up; none by default. */
  readonly discard?: number;
}

/**
 * A body's bytes, or undefined when it has none or more than so many; no more than that is ever kept. Rejects with
 * the signal's reason when it is aborted meanwhile.
 */
export async function readAtMost(
  body: Request | Response,
  limit: number,
  { signal, discard = 0 }: Reading = {},
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const kept: Uint8Array[] = [];
  let length = 0;
  const reader = body.body?.getReader();
  if (!reader) return undefined;
  const stop = () => void reader.cancel().catch(() => undefined);
  signal?.addEventListener('abort', stop);
  for (;;) {
    const { done, value } = await reader.read();
    signal?.throwIfAborted();
    if (done) return length > limit ? undefined : joined(kept, length);
    length += value.byteLength;
    if (length <= limit) kept.push(value);
    else kept.length = 0;
    if (length > limit + discard) {
      await reader.cancel();
      return undefined;
    }
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
