import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setInBoundedMap } from '../../../src/gateway/limits/set-in-bounded-map.js';

describe('a map with a bound', () => {
  it('keeps as many entries as it may, and drops the one that was set longest ago', () => {
    const map = new Map<string, number>();
    for (const [key, value] of [
      ['a', 1],
      ['b', 2],
      ['c', 3],
      ['d', 4],
    ] as const)
      setInBoundedMap(map, key, value, 3);
    assert.deepEqual(
      [...map],
      [
        ['b', 2],
        ['c', 3],
        ['d', 4],
      ],
    );
  });

  it('drops nothing for an entry that it has, which counts as the newest from then on', () => {
    const map = new Map([
      ['a', 1],
      ['b', 2],
    ]);
    setInBoundedMap(map, 'a', 3, 2);
    assert.deepEqual(
      [...map],
      [
        ['b', 2],
        ['a', 3],
      ],
    );
    setInBoundedMap(map, 'c', 4, 2);
    assert.deepEqual(
      [...map],
      [
        ['a', 3],
        ['c', 4],
      ],
    );
  });
});
