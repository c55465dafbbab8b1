import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { sources } from './sources.js';

/** Phrases that readers had to read twice: a clause in place of a noun, or a verb without a subject. */
const phrases =
  /\b(?:so many (?:milliseconds|seconds|checks|attempts)|gone on with|the same goes for|what is under way)\b/i;

describe('Comments and documentation', () => {
  const pages = ['.', 'docs', 'docs/recipes'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:md|ts)$/.test(name) && !name.startsWith('vite.'))
      .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') })),
  );

  it('use no phrase that was read twice', () => {
    const found = [...sources, ...pages].flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => (phrases.test(line) ? [`${path}:${index + 1}`] : [])),
    );
    assert.deepEqual(found, []);
  });
});
