import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { searchTermsByPlatformKey } from '../../src/platforms/search-terms.js';
import { platforms } from '../../src/simulator/index.js';

describe('the other names of platforms', () => {
  it('belong to platforms that Codat offers', () => {
    const offered = new Set(platforms.map(({ key }) => key));

    assert.deepEqual(
      [...searchTermsByPlatformKey.keys()].filter((key) => !offered.has(key)),
      [],
    );
  });

  it('have addresses as the search compares them: hosts alone, in lower case, without www', () => {
    for (const { addresses = [] } of searchTermsByPlatformKey.values())
      for (const address of addresses) assert.match(address, /^(?!www\.)[a-z\d-]+(?:\.[a-z\d-]+)+$/);
  });

  it('repeat no name that the platform has anyway', () => {
    for (const { key, name } of platforms)
      assert.ok(!searchTermsByPlatformKey.get(key)?.names?.includes(name), `${key} ${name}`);
  });
});
