import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CompanyConcurrencyLimiter } from '../../../src/gateway/limits/company-concurrency-limiter.js';

/** Queues of one connected company, so that ten calls run at once in all. */
function setUp() {
  const queues = new CompanyConcurrencyLimiter(() => 1);
  const started: string[] = [];
  const ends: (() => void)[] = [];
  /** Puts so many calls of a company in its queue. */
  const add = (company: string, count: number): void => {
    for (let call = 0; call < count; call++)
      void queues.run(company, new AbortController().signal, () => {
        started.push(company);
        return new Promise<void>((resolve) => ends.push(resolve));
      });
  };
  /** Ends the call that began first, and waits for the one that begins instead. */
  const endFirst = async (): Promise<void> => {
    ends.shift()?.();
    await new Promise(setImmediate);
  };
  return { started, add, endFirst };
}

describe('the queues of companies', () => {
  it('alternate between companies, so that a busy one delays nobody else', async () => {
    const { started, add, endFirst } = setUp();
    add('busy', 30);
    add('other', 2);
    await new Promise(setImmediate);
    assert.deepEqual(
      started,
      Array.from({ length: 10 }, () => 'busy'),
    );
    for (let ended = 0; ended < 4; ended++) await endFirst();

    assert.equal(started.length, 14);
    assert.equal(started.filter((company) => company === 'other').length, 2);
    for (let ended = 0; ended < 18; ended++) await endFirst();
    assert.equal(started.length, 32);
  });
});
