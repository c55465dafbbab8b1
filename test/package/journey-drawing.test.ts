import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createJourneyPage } from '../../tools/journey-drawing.js';

describe('the diagram of', () => {
  it('is up to date', async () => {
    const page = readFileSync(new URL('../../docs/journey.md', import.meta.url), 'utf8');

    assert.equal(page, await createJourneyPage());
  });
});
