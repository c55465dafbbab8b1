import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
import bcd, { type CompatStatement, type Identifier } from '@mdn/browser-compat-data' with { type: 'json' };

/** The oldest browsers in which everything works, as the README says. */
const promised = { chrome: 125, edge: 125, firefox: 126, safari: 17.5 } as const;

/** Newer features that are used where they exist, each with a fallback. */
const detected: Readonly<Record<string, string>> = {
  currentCSSZoom: 'a menu counts as not zoomed (src/controllers/start-positioning-popover.ts)',
  createPolicy: 'Lit makes no policy where there are no Trusted Types',
  createHTML: 'of such a policy',
  share: 'people copy the link or send it by mail (src/browser/share-sheet.ts)',
  canShare: 'with it',
};

/** What Lit and floating-ui call members of their own objects. */
const alike = ['capture', 'emptyScript', 'flip', 'format', 'marginLeft', 'marginRight'];

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
      ({ version_added, flags, prefix, alternative_name }) =>
        !(flags ?? prefix ?? alternative_name) &&
        typeof version_added === 'string' &&
        parseFloat(version_added.replace('≤', '')) <= promised[browser],
    );

const browsers = Object.keys(promised) as (keyof typeof promised)[];

/** A name in the code, and whether every supported browser has the feature of that name. */
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

/** The names of members that our own objects have: many are some interface's too. */
function ownNames(): Set<string> {
  const src = new URL('../../src/', import.meta.url);
  const names = new Set<string>();
  const collect = (node: ts.Node): void => {
    const { name } = node as ts.Node & { readonly name?: ts.Node };
    if ((ts.isClassElement(node) || ts.isTypeElement(node) || ts.isObjectLiteralElementLike(node)) && name)
      names.add(`.${name.getText().replace(/^#/, '')}`);
    ts.forEachChild(node, collect);
  };
  for (const path of readdirSync(src, { recursive: true, encoding: 'utf8' }))
    if (path.endsWith('.ts') && !/^(?:gateway|simulator|cli|testing)/.test(path))
      collect(
        ts.createSourceFile(path, readFileSync(new URL(path, src), 'utf8'), ts.ScriptTarget.Latest, true),
      );
  return names;
}

describe('what a visitor’s browser loads', () => {
  it('uses nothing that the oldest browsers in the README lack, except what it feature-detects', () => {
    const all = [...names(bcd.api), ...names(bcd.javascript['builtins'] ?? {})];
    // Several interfaces have members of one name: the code does not show which one is meant.
    const old = new Set(all.filter(({ there }) => there).map(({ name }) => name));
    const ours = ownNames();
    const newer = new Set(all.map(({ name }) => name).filter((name) => !old.has(name) && !ours.has(name)));
    assert.ok(newer.size > 500 && newer.has('.currentCSSZoom'));
    const found = built.flatMap((file) => {
      const used = new Set(
        readFileSync(new URL(file, dist), 'utf8').match(/(?:\b[A-Z]\w+)?\.\w+|\b[A-Z]\w+(?=\()/g),
      );
      const words = [...used].flatMap((text) => [
        text,
        text.replace(/^\w+(?=\.)/, ''),
        text.replace(/\..*/, ''),
      ]);
      return words.filter((word) => newer.has(word)).map((word) => word.replace('.', ''));
    });

    assert.deepEqual(new Set(found), new Set([...Object.keys(detected), ...alike]));
  });
});
