import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

describe('CONTRIBUTING.md', () => {
  const guide = readFileSync('CONTRIBUTING.md', 'utf8');

  it('says for each folder what it is for', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((each) => each.isDirectory());
    const leftOut = folders.filter(({ name }) => !guide.includes(`| \`src/${name}\``));
    assert.deepEqual(
      leftOut.map(({ name }) => name),
      [],
    );
  });
});
