import { once } from 'node:events';
import { Agent, get, request as ask, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A response, with its exact bytes. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  readonly text: string;
}

/** The body, as the test expects it to be. */
export const json = async <Body>({ text }: RawResponse): Promise<Body> =>
  new Response(text).json() as Promise<Body>;

export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Iterable<Buffer>;
}

/** Sends one HTTP request exactly as given, `Host` included: a browser or a proxy would not let us. */
export async function requestOver(
  url: string,
  { method = 'GET', headers = {}, body }: RawRequest = {},
): Promise<RawResponse> {
  const { hostname, port, pathname } = new URL(url);
  // As it is written, since a URL parser would tidy the path.
  const path = url.slice(url.indexOf(pathname.split('/')[1] ?? '', 8) - 1);
  // A connection of its own, kept open as browsers keep theirs: where it is to be closed at once, a server that turns
  // away a body still being sent may cut off its own answer.
  const agent = new Agent({ keepAlive: true });
  return new Promise<RawResponse>((resolve, reject) => {
    const requested = ask({ agent, hostname, port, path, method, headers });
    requested.once('error', reject);
    requested.once('response', (response) => {
      buffer(response).then((bytes) => {
        const text = bytes.toString();
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
          ),
          bytes,
          text,
        });
      }, reject);
    });
    if (typeof body === 'object') for (const piece of body) requested.write(piece);
    requested.end(typeof body === 'string' ? body : undefined);
  }).finally(() => agent.destroy());
}

/** Reads a streaming response block by block. */
export async function openStreamOver(url: string, headers: Readonly<Record<string, string>>) {
  const requested = get(url, { headers });
  const [response] = (await once(requested, 'response')) as [IncomingMessage];
  const pieces = response.setEncoding('utf8')[Symbol.asyncIterator]() as AsyncIterator<string, undefined>;
  let text = '';
  return {
    headers: response.headers,
    async next(): Promise<string | undefined> {
      while (!text.includes('\n\n')) {
        const { done, value } = await pieces.next();
        if (done) return undefined;
        text += value;
      }
      const [block = ''] = text.split('\n\n', 1);
      text = text.slice(block.length + 2);
      return block;
    },
    async close(): Promise<void> {
      requested.destroy();
      await once(requested, 'close');
    },
  };
}
