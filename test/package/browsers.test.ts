import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import bcd, { type CompatStatement, type Identifier } from '@mdn/browser-compat-data' with { type: 'json' };

/** The oldest browsers in which everything works, as the README says. */
const promised = { chrome: 125, edge: 125, firefox: 126, safari: 17.5 } as const;

/** What is newer and used all the same, where it is there: what goes on without it. */
const detected: Readonly<Record<string, string>> = {
  currentCSSZoom: 'a menu counts as not zoomed (src/controllers/popover.ts)',
};

const dist = new URL('../../dist/', import.meta.url);
const built = [
  'connect-elements.js',
  'connect-elements.all.js',
  ...['chunks', 'locales'].flatMap((folder) =>
    readdirSync(new URL(folder, dist)).map((file) => `${folder}/${file}`),
  ),
];

const isIn = (browser: keyof typeof promised, { support }: CompatStatement): boolean =>
  [support[browser] ?? []]
    .flat()
    .some(
      ({ version_added, flags, prefix, alternative_name, partial_implementation }) =>
        !(flags ?? prefix ?? alternative_name ?? partial_implementation) &&
        typeof version_added === 'string' &&
        parseFloat(version_added.replace('≤', '')) <= promised[browser],
    );

const browsers = Object.keys(promised) as (keyof typeof promised)[];

/** A name in the code, and whether every browser that is promised has what goes by it. */
function* names(of: Identifier, owner = ''): Generator<{ name: string; there: boolean }> {
  for (const [key, feature] of Object.entries(of)) {
    const { __compat: compat } = feature as Identifier;
    const [word = '', isStatic] = key.split('_');
    if (key === '__compat' || !compat || !/^[A-Za-z]\w+$/.test(word) || /_(?!static)/.test(key)) continue;
    const there = browsers.every((browser) => isIn(browser, compat));
    yield { name: isStatic ? `${owner}.${word}` : owner ? `.${word}` : word, there };
    if (!owner) yield* names(feature as Identifier, word);
  }
}

describe('what a visitor’s browser loads', () => {
  it('names nothing that the oldest browsers in the README lack, but what it looks for first', () => {
    const all = [...names(bcd.api), ...names(bcd.javascript['builtins'] ?? {})];
    // Many interfaces have members of one name: whose it is can't be told from the code.
    const old = new Set(all.filter(({ there }) => there).map(({ name }) => name));
    const newer = new Set(all.filter(({ name }) => !old.has(name)).map(({ name }) => name));
    assert.ok(newer.size > 500 && newer.has('.currentCSSZoom') && newer.has('Iterator.from'));
    const found = built.flatMap((file) => {
      const used = new Set(readFileSync(new URL(file, dist), 'utf8').match(/(?:\b[A-Z]\w+)?\.\w+|\b[A-Z]\w+/g));
      const words = [...used].flatMap((text) => [text, text.replace(/^\w+(?=\.)/, ''), text.replace(/\..*/, '')]);
      return words.filter((word) => newer.has(word)).map((word) => word.replace('.', ''));
    });

    assert.deepEqual(new Set(found), new Set(Object.keys(detected)));
  });
});
