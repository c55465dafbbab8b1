import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createAccessibilityReport, criteria } from '../../tools/accessibility-report.js';

describe('the accessibility report', () => {
  it('has every criterion of levels A and AA once, in their order', () => {
    const numbers = criteria.map(({ id }) => id.split('.').map(Number));
    const sorted = [...numbers].sort(
      ([a = 0, b = 0, c = 0], [x = 0, y = 0, z = 0]) => a - x || b - y || c - z,
    );

    assert.deepEqual(numbers, sorted);
    assert.equal(new Set(criteria.map(({ id }) => id)).size, 55);
  });

  it('is up to date, and every test that it names exists', async () => {
    const page = readFileSync(new URL('../../docs/accessibility.md', import.meta.url), 'utf8');

    assert.equal(page, await createAccessibilityReport());
  });
});
