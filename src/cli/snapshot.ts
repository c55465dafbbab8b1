import { parseArgs } from 'node:util';
import { Assets } from '../gateway/platforms/assets.js';
import { Codat } from '../gateway/codat/codat.js';
import { Problem } from '../gateway/problem.js';
import { readSettings } from '../gateway/read-settings.js';
import { branding, integration, type Branding } from '../gateway/codat/schemas.js';
import { withImages, type Platform } from '../gateway/platforms/snapshot.js';
import { SnapshotFolder } from './snapshot-folder.js';
import { apiKeyOf, UsageError, type ExitCode, type Environment } from './environment.js';

/** Images stand here while they are told apart by name; nobody is ever asked at this address. */
const nowhere = 'https://snapshot.invalid';

/**
 * `snapshot`: keeps the enabled platforms and their images in a folder, so that neither the gateway nor a static host
 * has to ask Codat for them. A run that ends early is gone on with by the next.
 */
export async function snapshot(args: string[], environment: Environment): Promise<ExitCode> {
  const { out, url, calls, fresh, codatUrl } = readArguments(args);
  const settings = readSettings({
    apiKey: apiKeyOf(environment),
    baseUrl: nowhere,
    signingKeys: [crypto.randomUUID()],
    company: () => null,
    onEvent: () => undefined,
    fetch: environment.fetch,
    now: environment.now,
    ...(codatUrl !== undefined && { codatUrl }),
  });
  const codat = new Codat(settings);
  const assets = new Assets(settings);
  const folder = new SnapshotFolder(out, url);
  await folder.open();

  const offered = await enabledOf(codat);
  const complete = fresh ? new Map<string, Platform>() : await folder.readComplete();
  const platforms = new Map(offered.map((listed) => [listed.key, { ...complete.get(listed.key), listed }]));
  const missing = new Map<string, string>(
    offered.filter(({ key }) => !complete.has(key)).map(({ key }) => [key, 'not reached']),
  );
  const keep = () => folder.write([...platforms.values()], missing);

  const queue = [...missing.keys()];
  for (const key of queue.slice(0, calls - 1)) {
    const listed = platforms.get(key)?.listed;
    if (!listed) continue;
    try {
      const { platform, lost, absent } = await taken(listed, { codat, assets, folder });
      platforms.set(key, platform);
      for (const path of absent) environment.print(`${key}: Codat has no image at ${path}`);
      if (lost.length === 0) missing.delete(key);
      else missing.set(key, `Codat could not send ${lost.join(', ')}`);
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      for (const left of queue.slice(queue.indexOf(key))) missing.set(left, thrown.message);
      break;
    }
    await keep();
  }
  for (const key of queue.slice(calls - 1)) {
    if (missing.get(key) === 'not reached') missing.set(key, `not reached with --calls ${calls}`);
  }
  await keep();

  environment.print(
    `${platforms.size - missing.size} of ${platforms.size} platforms are complete in ${out}.`,
  );
  for (const [key, why] of missing) environment.printError(`${key}: ${why}`);
  if (missing.size > 0) environment.printError('Run it again to go on with what is missing.');
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
      'codat-url': { type: 'string' },
    },
  });
  const { out, url, calls, fresh } = values;
  if (!out) throw new UsageError('Say where to: --out DIR.');
  if (url !== undefined && !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
    throw new UsageError(
      '--url must be the address the folder will be served at, such as https://www.lender.example/platforms.',
    );
  }
  if (!/^[1-9]\d{0,5}$/.test(calls)) throw new UsageError('--calls must be a number from 1 up.');
  return { out, url, calls: Number(calls), fresh, codatUrl: values['codat-url'] };
}

type Listed = Platform['listed'];

async function enabledOf(codat: Codat): Promise<Listed[]> {
  const found = new Map<string, Listed>();
  const items = codat.readAll('integrations', integration, { query: { query: 'enabled=true' } });
  for await (const listed of items) if (listed.enabled) found.set(listed.key, listed);
  return [...found.values()];
}

async function brandingOf(codat: Codat, key: string): Promise<Branding> {
  const path = `integrations/${encodeURIComponent(key)}/branding`;
  return codat.read(path, branding, { reason: 'refresh' }).catch((thrown: unknown): Branding => {
    if (thrown instanceof Problem && thrown.status === 404) return { logo: undefined, button: undefined };
    throw thrown;
  });
}

/** A platform with its images kept in the folder; the paths of those that could not be had now, and of those there are none of. */
async function taken(
  listed: Listed,
  { codat, assets, folder }: { codat: Codat; assets: Assets; folder: SnapshotFolder },
): Promise<{ platform: Platform; lost: string[]; absent: string[] }> {
  const theirs = { listed, logoUrl: listed.logoUrl, branding: await brandingOf(codat, listed.key) };
  const sources = new Set<string>();
  withImages(theirs, (src) => (sources.add(src), src));

  const addresses = new Map<string, string>();
  const lost: string[] = [];
  const absent: string[] = [];
  for (const source of sources) {
    const name = await assets.fetchImage(source).catch(() => undefined);
    const image = name && (await assets.find(name));
    if (image) addresses.set(source, await folder.writeImage(name, image.bytes));
    else (name === undefined ? lost : absent).push(pathOf(source));
  }
  return { platform: withImages(theirs, (src) => addresses.get(src)), lost, absent };
}

const pathOf = (source: string): string => (URL.canParse(source) ? new URL(source).pathname : 'no address');
