import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { PNG } from 'pngjs';
import { createGateway } from '../../src/gateway/index.js';
import { createSimulator, type Simulator } from '../../src/simulator/index.js';
import { until } from '../support/until.js';
import { platforms } from './platforms.js';
import { subjects, type SubjectName } from './subjects.js';

/** A lender's site with one page for each subject. */
export interface BenchSite {
  urlOf(subject: SubjectName): string;
  close(): void;
}

interface SiteOptions {
  /** Whether to serve HTTP/2 with TLS, whose certificate openssl makes, instead of HTTP/1.1. */
  readonly secure: boolean;
  /** Waits before an answer is sent. */
  readonly delay?: (path: string) => Promise<unknown>;
}

/** An answer as it goes over the wire. */
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const connectionCount = 60;

/** The browser's side of the benchmark, as one script. */
export async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`in-page/${file}`, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * Serves the real gateway on the simulator, the script tag's build, and the pages of all subjects. The first answer to a
 * request is kept and given to everyone who comes later, so that no work of the server's is measured. Text is compressed by
 * brotli: files as a host compresses them beforehand (quality 11), answers of the gateway as on the way (5).
 */
export async function openBenchSite(
  platformCount: number,
  { secure, delay }: SiteOptions,
): Promise<BenchSite> {
  const server = secure ? createSecureServer({ ...certificate(), allowHTTP1: true }) : createServer();
  server.listen(0, 'localhost');
  await once(server, 'listening');
  // A server on a port, rather than a pipe, has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const origin = `${secure ? 'https' : 'http'}://localhost:${port}`;
  const lender = await openLender(origin, platformCount);
  const script = await bundle('lit-picker.ts');

  const answer = async (request: Request): Promise<Answer> => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/codat/')) return toAnswer(await lender.fetch(request), 5);
    return toAnswer(fileOrPage(pathname), 11);
  };
  const fileOrPage = (pathname: string): Response => {
    const javascript = { headers: { 'Content-Type': 'text/javascript' } };
    if (pathname === '/lit-picker.js') return new Response(script, javascript);
    if (pathname.startsWith('/vendor/'))
      return new Response(readFileSync(join(dist, pathname.slice('/vendor/'.length))), javascript);
    const subject = subjects.find(({ name }) => pathname === `/${name}`);
    if (!subject) return new Response(null, { status: 404 });
    const page = subject.page({ platforms: lender.platforms, connections: lender.connections });
    const headers = { 'Content-Type': 'text/html', 'Set-Cookie': `customer=${subject.customer}; Path=/` };
    return new Response(page, { headers });
  };

  const kept = new Map<string, Promise<Answer>>();
  const onRequest = (incoming: IncomingMessage | Http2ServerRequest, outgoing: Http2ServerResponse): void => {
    const { method = 'GET', url = '/', headers } = incoming;
    const cookie = headers.cookie ?? '';
    const key = `${cookie} ${method} ${url}`;
    const names = ['authorization', 'cookie', 'content-type', 'origin', 'sec-fetch-site'];
    const request = new Request(origin + url, {
      method,
      headers: names.flatMap((name): [string, string][] => {
        const value = headers[name];
        return typeof value === 'string' ? [[name, value]] : [];
      }),
    });
    const answered = kept.get(key) ?? answer(request);
    kept.set(key, answered);
    Promise.all([answered, delay?.(url)]).then(
      ([{ status, headers, body }]) => outgoing.writeHead(status, headers).end(body),
      () => outgoing.destroy(),
    );
  };
  // Both kinds of server call it with what has the same methods.
  server.on('request', onRequest);
  return {
    urlOf: (subject) => `${origin}/${subject}`,
    close() {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
    },
  };
}

async function toAnswer(response: Response, quality: number): Promise<Answer> {
  const { status } = response;
  const headers = Object.fromEntries(response.headers);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!/text|json|svg/.test(headers['content-type'] ?? '')) return { status, headers, body: bytes };
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return {
    status,
    headers: { ...headers, 'content-encoding': 'br' },
    body: brotliCompressSync(bytes, { params }),
  };
}

/** A gateway on a simulated Codat with all pictures fetched, a customer who is new, and one with connections. */
async function openLender(origin: string, platformCount: number) {
  const simulator = createSimulator({ origin: 'https://codat.example', platforms: platforms(platformCount) });
  const companies = new Map<string, string>();
  const gateway = createGateway({
    apiKey: simulator.apiKey,
    baseUrl: `${origin}/codat`,
    lender: 'Larkspur',
    signingKeys: ['a-signing-key-of-thirty-two-chars-or-more'],
    company: ({ headers }) => companies.get(headers.get('Cookie') ?? '') ?? null,
    codatUrl: simulator.origin,
    fetch: (request) => fetchFrom(simulator, request),
  });
  for (const customer of ['new', 'connected'])
    companies.set(`customer=${customer}`, await gateway.ensureCompany({ reference: customer }));

  let list: Response | undefined;
  await until(async () => {
    list = await gateway.fetch(new Request(`${origin}/codat/platforms`));
    return list.headers.get('Cache-Control')?.includes('max-age=600') ?? false;
  });
  const { results } = (await list?.json()) as { results: { key: string; name: string; logoUrl?: string }[] };

  const company = companies.get('customer=connected') ?? '';
  const connections = results.slice(0, connectionCount).map((platform, index) => ({
    ...platform,
    organisation: `Shop ${index}`,
  }));
  for (const { key, organisation } of connections) {
    const created = await simulator.fetch(`${simulator.origin}/companies/${company}/connections`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(simulator.apiKey)}` },
      body: JSON.stringify({ platformKey: key }),
    });
    simulator.authorize(((await created.json()) as { id: string }).id, organisation);
  }
  return { platforms: results, connections, fetch: (request: Request) => gateway.fetch(request) };
}

/**
 * Codat's logos are PNG files, which cost a page less than the simulator's drawings, and each brand has its own: here all
 * look the same, with the key behind their end, where no browser reads.
 */
async function fetchFrom(simulator: Simulator, request: Request): Promise<Response> {
  const [, key] = /platforms\/(\w+)\.svg$/.exec(request.url) ?? [];
  if (key === undefined) return simulator.fetch(request);
  const bytes = new Uint8Array(Buffer.concat([logo, Buffer.from(key)]));
  return new Response(bytes, { headers: { 'Content-Type': 'image/png' } });
}

/** 96 by 96 pixels in 2.5 kB. */
const logo = drawLogo();

function drawLogo(): Buffer {
  const picture = new PNG({ width: 96, height: 96 });
  for (let at = 0; at < 96 * 96; at++) {
    const [x, y] = [at % 96, Math.floor(at / 96)];
    const shade = ((x * x + y * y * 3) >> 4) % 256;
    picture.data.set(x * y < 4_000 ? [shade, 64, 160, 255] : [240, 240, 240, 255], 4 * at);
  }
  return PNG.sync.write(picture, { colorType: 2 });
}

/** A certificate of our own, which browsers accept when they are told to. */
function certificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'connect-elements-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    execFileSync(
      'openssl',
      ['req', ...kind, '-days', '2', '-subj', '/CN=localhost', '-keyout', key, '-out', cert],
      {
        stdio: 'ignore',
      },
    );
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
