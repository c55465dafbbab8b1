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

  it('names each file to write for a new element', () => {
    const registered = ['define', 'development', 'react'].filter((folder) =>
      readdirSync(`src/${folder}`).includes('connection-list.ts'),
    );
    const gathered = ['elements.ts', 'index.ts', 'script-tag.ts', 'define/define.ts', 'react/index.ts'];
    for (const folder of registered) assert.ok(guide.includes(`\`src/${folder}/<tag>.ts\``), folder);
    for (const file of gathered) assert.ok(guide.includes(`\`${file}\``), file);
  });
});
