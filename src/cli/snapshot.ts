import { parseArgs } from 'node:util';
import { AssetStore } from '../gateway/platforms/asset-store.js';
import { CodatClient } from '../gateway/codat/codat-client.js';
import { HttpError } from '../gateway/http-error.js';
import { parseSettings } from '../gateway/parse-settings.js';
import { branding, integration, type Branding, type Integration } from '../gateway/codat/schemas.js';
import { mapPlatformImageUrls, type PlatformWithImages } from '../gateway/platforms/platform-list.js';
import { ProgressPrinter } from './progress-printer.js';
import { PlatformSnapshotFolder } from './platform-snapshot-folder.js';
import { readApiKey, UsageError, type ExitCode, type Environment } from './environment.js';

/** A `baseUrl` that the settings require; no request is sent to it. */
const placeholderUrl = 'https://snapshot.invalid';

/**
 * `snapshot`: writes the enabled platforms and their images to a folder, from which the gateway or a static host serves
 * them without calls to Codat. The next run continues one that was not completed.
 */
export async function runPlatformSnapshot(args: string[], environment: Environment): Promise<ExitCode> {
  const { out, url, maxCalls, fresh, json, codatUrl } = readArguments(args);
  /** The requests to Codat's API so far: each page of the list, each branding, and every retry. */
  let calls = 0;
  const settings = parseSettings({
    apiKey: readApiKey(environment),
    baseUrl: placeholderUrl,
    signingKeys: [crypto.randomUUID()],
    company: () => null,
    onEvent: (event) => {
      if (event.type === 'codat-call') calls += event.attempts;
    },
    fetch: environment.fetch,
    now: environment.now,
    ...(codatUrl !== undefined && { codatUrl }),
  });
  const codat = new CodatClient(settings);
  const assets = new AssetStore(settings);
  const folder = new PlatformSnapshotFolder(out, url);
  await folder.create();

  const enabled = await readEnabled(codat);
  const completed = fresh ? new Map<string, PlatformWithImages>() : await folder.readComplete();
  const platforms = new Map(enabled.map((listed) => [listed.key, { ...completed.get(listed.key), listed }]));
  const missing = new Map<string, string>(
    enabled.filter(({ key }) => !completed.has(key)).map(({ key }) => [key, 'not reached']),
  );
  const save = () => folder.write([...platforms.values()], missing);

  const queue = [...missing.keys()];
  const progress = new ProgressPrinter(environment, Math.min(queue.length, maxCalls - calls));
  const notes: string[] = [];
  for (const key of queue) {
    if (calls >= maxCalls) break;
    const listed = platforms.get(key)?.listed;
    if (!listed) continue;
    progress.begin(listed.name);
    try {
      const { platform, failed, absent } = await fetchPlatform(listed, { codat, assets, folder });
      platforms.set(key, platform);
      notes.push(...absent.map((path) => `${key}: Codat has no image at ${path}`));
      if (failed.length === 0) missing.delete(key);
      else missing.set(key, `Codat could not send ${failed.join(', ')}`);
    } catch (thrown) {
      if (!(thrown instanceof HttpError)) throw thrown;
      for (const remainingKey of queue.slice(queue.indexOf(key))) missing.set(remainingKey, thrown.message);
      break;
    }
    await save();
  }
  for (const [key, reason] of missing) {
    if (reason === 'not reached') missing.set(key, `not reached with --calls ${maxCalls}`);
  }
  await save();
  progress.end();

  const complete = platforms.size - missing.size;
  if (json) {
    const report = { out, platforms: platforms.size, complete, notes, missing: Object.fromEntries(missing) };
    environment.print(JSON.stringify(report, null, 2));
  } else {
    for (const note of notes) environment.print(note);
    environment.print(`${complete} of ${platforms.size} platforms are complete in ${out}.`);
    for (const [key, reason] of missing) environment.printError(`${key}: ${reason}`);
    if (missing.size > 0) environment.printError('Run it again to go on with what is missing.');
  }
  return missing.size > 0 ? 1 : 0;
}

function readArguments(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      out: { type: 'string' },
      url: { type: 'string' },
      calls: { type: 'string', default: '100' },
      fresh: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      'codat-url': { type: 'string' },
    },
  });
  const { out, url, calls: maxCalls, fresh, json } = values;
  if (!out) throw new UsageError('Say where to: --out DIR.');
  if (url !== undefined && !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
    throw new UsageError(
      '--url must be the address the folder will be served at, such as https://www.lender.example/platforms.',
    );
  }
  if (!/^[1-9]\d{0,5}$/.test(maxCalls)) throw new UsageError('--calls must be a number from 1 up.');
  return { out, url, maxCalls: Number(maxCalls), fresh, json, codatUrl: values['codat-url'] };
}

async function readEnabled(codat: CodatClient): Promise<Integration[]> {
  const found = new Map<string, Integration>();
  const items = codat.readAll('integrations', integration, { query: { query: 'enabled=true' } });
  for await (const listed of items) if (listed.enabled) found.set(listed.key, listed);
  return [...found.values()];
}

async function readBranding(codat: CodatClient, key: string): Promise<Branding> {
  const path = `integrations/${encodeURIComponent(key)}/branding`;
  return codat.read(path, branding, { reason: 'refresh' }).catch((thrown: unknown): Branding => {
    if (thrown instanceof HttpError && thrown.status === 404) return { logo: undefined, button: undefined };
    throw thrown;
  });
}

/**
 * Fetches a platform's branding, and writes its images to the folder. `failed`: the paths of images to try again;
 * `absent`: of those that don't exist.
 */
async function fetchPlatform(
  listed: Integration,
  { codat, assets, folder }: { codat: CodatClient; assets: AssetStore; folder: PlatformSnapshotFolder },
): Promise<{ platform: PlatformWithImages; failed: string[]; absent: string[] }> {
  const platform = { listed, logoUrl: listed.logoUrl, branding: await readBranding(codat, listed.key) };
  const sources = new Set<string>();
  mapPlatformImageUrls(platform, (src) => (sources.add(src), src));

  const urls = new Map<string, string>();
  const failed: string[] = [];
  const absent: string[] = [];
  for (const source of sources) {
    const name = await assets.fetchImage(source).catch(() => undefined);
    const image = name && (await assets.find(name));
    if (image) urls.set(source, await folder.writeImage(name, image.bytes));
    else (name === undefined ? failed : absent).push(pathnameOf(source));
  }
  return { platform: mapPlatformImageUrls(platform, (src) => urls.get(src)), failed, absent };
}

const pathnameOf = (source: string): string =>
  URL.canParse(source) ? new URL(source).pathname : 'no address';
