import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fillInRecipes } from '../../tools/recipes.js';
import { adapters } from './adapters/adapters.js';
import { conformance } from './adapters/conformance.js';

describe('docs/server.md', () => {
  it('shows the recipes as they are run here: `npm run docs` writes them', () => {
    const page = readFileSync(new URL('../../docs/server.md', import.meta.url), 'utf8');
    assert.equal(page, fillInRecipes(page));
    const shown = [...page.matchAll(/<!-- recipe: (\S+) -->/g)].map(([, name]) => name);
    const recipes = readdirSync(new URL('../../docs/recipes', import.meta.url)).filter((name) =>
      name.endsWith('.ts'),
    );
    assert.deepEqual(shown.sort(), recipes.sort());
  });
});

for (const adapter of adapters.filter(({ isBuilt }) => !isBuilt)) conformance(adapter);
