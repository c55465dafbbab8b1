import assert from 'node:assert/strict';

/** Reads the event stream of `GET /events`, block by block. */
export function readEvents(response: Response) {
  assert.equal(response.status, 200);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('There is no body.');
  let text = '';

  /** The next block, or undefined when the stream has ended. */
  const next = async (): Promise<string | undefined> => {
    while (!text.includes('\n\n')) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      text += value;
    }
    const end = text.indexOf('\n\n');
    const block = text.slice(0, end);
    text = text.slice(end + 2);
    return block;
  };
  return {
    next,
    /** The next block that says more than that the other end is there. */
    async nextMessage(): Promise<string | undefined> {
      for (;;) {
        const block = await next();
        if (block !== ': beat') return block;
      }
    },
    /** What the next message says, remarks passed over; undefined when the stream has ended. */
    async nextNotice(): Promise<unknown> {
      for (let block = await next(); block !== undefined; block = await next()) {
        const [, data] = /^event: look\ndata: (.+)$/.exec(block) ?? [];
        if (data !== undefined) return JSON.parse(data);
        assert.match(block, /^: /);
      }
      return undefined;
    },
    cancel: () => reader.cancel(),
  };
}
