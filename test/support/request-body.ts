/**
 * `Request.body` for Firefox, which lacks it: the gateway, which is made for servers, reads bodies by it, and the tests
 * of the elements run the gateway in the page.
 */
const streams = new WeakMap<Request, ReadableStream<Uint8Array>>();
const withBody = new WeakSet<Request>();
const NativeRequest = Request;

if (!('body' in Request.prototype)) {
  const prototype = NativeRequest.prototype as { clone: (this: Request) => Request };
  const { clone } = prototype;
  Object.defineProperty(NativeRequest.prototype, 'body', {
    configurable: true,
    get(this: Request) {
      if (!withBody.has(this)) return null;
      const stream =
        streams.get(this) ??
        new ReadableStream<Uint8Array>(
          {
            pull: async (controller) => {
              controller.enqueue(new Uint8Array(await this.arrayBuffer()));
              controller.close();
            },
          },
          { highWaterMark: 0 },
        );
      streams.set(this, stream);
      return stream;
    },
  });
  prototype.clone = function () {
    const copy = clone.call(this);
    if (withBody.has(this)) withBody.add(copy);
    return copy;
  };
  globalThis.Request = new Proxy(NativeRequest, {
    construct(target, [input, init]: [Request | string, RequestInit?]) {
      const request = new target(input, init);
      if (init?.body != null || (input instanceof NativeRequest && withBody.has(input)))
        withBody.add(request);
      return request;
    },
  });
}

export {};
