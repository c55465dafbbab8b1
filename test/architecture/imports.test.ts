import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importsOf, sources } from './sources.js';

/** What a place in `src` may import: other places of ours, those of which only types, and packages. */
interface Row {
  readonly ours: readonly string[];
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
}

/** What every room of the gateway may import. */
const ground = [
  'is-within-duration-since',
  'elapsed-time-clock',
  'parse-json',
  'http-error',
  'responses',
  'settings',
  'sha256-hex',
  'work-tracker',
  'single-flight',
  'timers',
].map((name) => `gateway/${name}.ts`);

/** A room of the gateway: it may use the ground, and other rooms or only their types. */
const room = (rooms: string, typesOf = ''): Row => {
  const folders = (names: string): string[] =>
    names
      .split(' ')
      .filter(Boolean)
      .map((name) => `gateway/${name}/`);
  return {
    ours: ['api/schemas/', 'contract/', 'platforms/', ...ground, ...folders(rooms)],
    types: folders(typesOf),
    packages: ['zod/mini', 'hono', 'ky', 'jose'],
  };
};

/**
 * The layers, from the host's token to the host's page. The longest place that a path begins with has the say; a
 * place may always import from itself. `*` is anything of ours.
 */
const layers: Readonly<Record<string, Row>> = {
  'browser/': { ours: [] },
  'contract/': { ours: [] },
  'api/': { ours: ['browser/', 'contract/'] },
  'api/schemas/': { ours: ['contract/'] },
  'session/': { ours: ['api/', 'browser/'] },
  'sync/': { ours: ['api/', 'session/'] },
  'flow/': { ours: ['api/', 'browser/'], types: ['contract/'] },
  'platforms/': { ours: [] },
  'events/': { ours: [], types: ['api/', 'contract/', 'flow/', 'platforms/'] },
  'i18n/': { ours: ['browser/'], types: ['api/', 'contract/', 'flow/', 'platforms/'] },
  'styles/': { ours: [], packages: ['lit'] },
  'controllers/': {
    ours: ['api/', 'browser/', 'session/', 'sync/', 'flow/', 'platforms/', 'events/', 'i18n/'],
    types: ['contract/'],
    packages: ['lit', '@floating-ui/dom'],
  },
  'components/': {
    ours: [
      'api/',
      'browser/',
      'session/',
      'sync/',
      'flow/',
      'platforms/',
      'events/',
      'i18n/',
      'styles/',
      'controllers/',
    ],
    types: ['contract/'],
    packages: ['lit'],
  },
  'development/': { ours: ['*'], packages: ['lit'] },
  'define/': { ours: ['browser/', 'components/'], types: ['events/'], packages: ['lit'] },
  'react/': { ours: ['components/', 'define/'], types: ['events/'], packages: ['react', 'lit'] },
  'link/': {
    ours: ['api/', 'contract/', 'session/', 'i18n/', 'styles/', 'controllers/', 'define/'],
    packages: ['lit'],
  },
  'gateway/': {
    ours: ['api/schemas/', 'contract/', 'platforms/'],
    packages: ['zod/mini', 'hono', 'ky', 'jose'],
  },
  // Only its types, and by a name that no bundler looks for.
  'gateway/telemetry/': { ...room('', 'limits operations'), packages: ['@opentelemetry/api'] },
  'gateway/operations/': room('codat'),
  'gateway/limits/': room(''),
  'gateway/codat/': room('limits telemetry'),
  'gateway/store/': room('codat telemetry'),
  'gateway/redis/': room('', 'changes store'),
  'gateway/auth/': room('telemetry'),
  'gateway/platforms/': room('auth codat store'),
  'gateway/consents/': room('', 'auth limits platforms'),
  'gateway/connections/': room('codat limits store', 'auth changes platforms'),
  'gateway/share-links/': room('store', 'connections limits platforms'),
  'gateway/erasure/': room('', 'auth changes codat connections limits share-links'),
  'gateway/changes/': room('telemetry', 'codat platforms'),
  'gateway/http/': room(
    'auth changes codat connections consents limits operations platforms share-links store telemetry',
  ),
  // The names of data types are the elements' own.
  'gateway/http/pages/': {
    ours: ['api/schemas/', 'gateway/http/', 'gateway/settings.ts', 'i18n/'],
    packages: ['hono', 'zod/mini'],
  },
  'server/': {
    ours: ['gateway/'],
    packages: [
      ...['crypto', 'events', 'fs', 'http', 'net', 'path', 'perf_hooks'].map((name) => `node:${name}`),
      ...['@hono/node-server', 'hono', 'jose', 'redis', 'zod/mini'],
    ],
  },
  'cli/': {
    ours: ['contract/', 'gateway/', 'server/', 'simulator/', 'testing/'],
    packages: [
      ...['events', 'fs', 'http', 'net', 'path', 'readline', 'util'].map((name) => `node:${name}`),
      ...['@hono/node-server', 'zod/mini'],
    ],
  },
  'testing/': {
    ours: ['api/', 'define/', 'gateway/', 'session/', 'simulator/'],
    types: ['events/'],
    packages: ['playwright-core'],
  },
  'simulator/': { ours: [], packages: ['simple-icons'] },
  'elements.ts': { ours: ['*'] },
  'index.ts': { ours: ['*'] },
  'script-tag.ts': { ours: ['*'] },
  'script-tag-messages.ts': { ours: ['*'] },
};

/** The place that has the say about a path. */
const placeOf = (path: string): string => {
  const [place] = Object.keys(layers)
    .filter((place) => path.startsWith(place))
    .sort((one, other) => other.length - one.length);
  assert.ok(place, `${path} is in no layer: give its folder a row, or it a folder`);
  return place;
};

const imports = sources.flatMap((source) =>
  importsOf(source).map((each) => ({ ...each, path: source.path, place: placeOf(source.path) })),
);

const isIn = (target: string, places: readonly string[] = []): boolean =>
  places.some((place) => place === '*' || target.startsWith(place));

describe('the layers of src', () => {
  it('cover every file', () => {
    assert.ok(sources.length > 100);
    for (const { path } of sources) placeOf(path);
  });

  it('have no folder of more than fourteen files', () => {
    const sizes = new Map<string, number>();
    for (const { path } of sources) {
      const folder = path.slice(0, path.lastIndexOf('/') + 1);
      sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
    }
    assert.deepEqual(
      [...sizes].filter(([, size]) => size > 14),
      [],
    );
  });

  for (const [place, { ours, types, packages = [] }] of Object.entries(layers)) {
    it(`${place} imports of ours only ${[...ours, ...(types ?? [])].join(' ') || 'itself'}`, () => {
      const wrong = imports
        .filter((each) => each.place === place && each.ours)
        .filter(({ target }) => !isIn(target, [place, ...ours]))
        .filter(({ target, typesOnly }) => !(typesOnly && isIn(target, types)));

      assert.deepEqual(
        wrong.map(({ path, target }) => `${path} → ${target}`),
        [],
      );
    });

    it(`${place} imports of others only ${packages.join(' ') || 'nothing'}`, () => {
      const strange = imports
        .filter((each) => each.place === place && !each.ours)
        .filter(({ target }) => !packages.some((name) => target === name || target.startsWith(`${name}/`)));

      assert.deepEqual(
        strange.map(({ path, target }) => `${path} → ${target}`),
        [],
      );
    });
  }

  it('import in no circle, types and modules loaded on demand included', () => {
    const targets = new Map<string, readonly string[]>();
    for (const { path } of sources)
      targets.set(
        path,
        imports.filter((each) => each.ours && each.path === path).map(({ target }) => target),
      );
    const leadsBack = (path: string): boolean => {
      const reached = new Set<string>();
      const queue = [...(targets.get(path) ?? [])];
      for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
        if (reached.has(file)) continue;
        reached.add(file);
        queue.push(...(targets.get(file) ?? []));
      }
      return reached.has(path);
    };

    assert.deepEqual(sources.map(({ path }) => path).filter(leadsBack), []);
  });

  it('import zod as a whole, in its small version', () => {
    const zod = imports.filter(({ target }) => target.startsWith('zod'));

    assert.ok(zod.length > 0);
    for (const { path, text } of zod)
      assert.match(text, /^import (?:type )?\* as z from 'zod\/mini';$/, path);
  });

  it('import no more than lit’s types where tags are registered', () => {
    for (const { path, typesOnly } of imports.filter(
      ({ place, target }) => place === 'define/' && target === 'lit',
    ))
      assert.ok(typesOnly, path);
  });

  it('import the simulator’s logos in one file', () => {
    const marks = imports.filter(({ target }) => target === 'simple-icons').map(({ path }) => path);

    assert.deepEqual([...new Set(marks)], ['simulator/platforms/brands.ts']);
  });

  it('end every import of ours in .js, of a file that is there', () => {
    const files = new Set(sources.map(({ path }) => path));

    for (const { path, target } of imports.filter(({ ours }) => ours))
      assert.ok(files.has(target), `${path} → ${target}`);
  });

  it('have no folder or file named utils, helpers or common', () => {
    const drawers = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'types', 'misc', 'shared']);
    const named = sources
      .map(({ path }) => path)
      // The group of messages that every element speaks with is called so in the public type `Messages`.
      .filter((path) => !/^i18n\/locales\/[^/]+\/common\.ts$/.test(path))
      .filter((path) => path.split('/').some((name) => drawers.has(name.replace(/\.ts$/, ''))));

    assert.deepEqual(named, []);
  });

  it('name files in kebab-case, none longer than 260 lines beside its documentation', () => {
    for (const { path, text } of sources) {
      assert.match(path, /^(?:[a-z0-9-]+\/)*[a-z0-9-]+\.ts$/);
      // Words are one file, however much there is to say.
      if (/^(?:i18n\/locales\/[^/]+|gateway\/http\/pages\/(?:translations|draft-page-words))\.ts$/.test(path))
        continue;
      const code = text.split('\n').filter((line) => !/^\s*(?:\/?\*|\/\/)/.test(line));
      assert.ok(code.length <= 260, path);
    }
  });
});
