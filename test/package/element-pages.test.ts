import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createElementPages } from '../../tools/element-pages.js';

const docs = new URL('../../docs/', import.meta.url);

describe('the pages of the elements', () => {
  it('are up to date', async () => {
    const pages = await createElementPages();

    assert.deepEqual(
      ['README.md', ...readdirSync(new URL('elements/', docs)).map((name) => `elements/${name}`)].sort(),
      [...pages.keys()].sort(),
    );
    for (const [path, page] of pages) assert.equal(readFileSync(new URL(path, docs), 'utf8'), page);
  });
});
