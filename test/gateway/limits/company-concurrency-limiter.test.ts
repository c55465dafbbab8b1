import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CompanyConcurrencyLimiter } from '../../../src/gateway/limits/company-concurrency-limiter.js';

/** Queues of so many connected companies: by default of one, so that ten calls run at once in all. */
function setUp(companies = 1) {
  const queues = new CompanyConcurrencyLimiter(() => companies);
  const started: string[] = [];
  const ends: (() => void)[] = [];
  /** Puts so many calls of a company in its queue. */
  const add = (company: string, count: number, page?: AbortController): Promise<unknown>[] =>
    Array.from({ length: count }, () =>
      queues.run(company, (page ?? new AbortController()).signal, () => {
        started.push(company);
        return new Promise<void>((resolve) => ends.push(resolve));
      }),
    );
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
    void add('busy', 30);
    void add('other', 2);
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

  it('run ten calls of a company at most, though more may run in all', async () => {
    const { started, add, endFirst } = setUp(2);
    void add('busy', 15);
    await new Promise(setImmediate);
    assert.equal(started.length, 10);
    await endFirst();
    assert.equal(started.length, 11);
    void add('other', 5);
    await endFirst();

    assert.deepEqual([started.length, started.filter((company) => company === 'other').length], [17, 5]);
  });

  it('count a call that still runs after others have ended', async () => {
    const { started, add, endFirst } = setUp(2);
    void add('busy', 2);
    await new Promise(setImmediate);
    await endFirst();
    void add('busy', 10);
    await new Promise(setImmediate);

    assert.equal(started.length, 2 + 9);
  });

  it('drop a call that is aborted while it waits, which then takes nobody’s turn', async () => {
    const { started, add, endFirst } = setUp();
    void add('busy', 10);
    const page = new AbortController();
    const closed = add('closed', 5, page);
    void add('open', 10);
    page.abort(new Error('The page is closed.'));
    const outcomes = await Promise.allSettled(closed);
    assert.ok(outcomes.every(({ status }) => status === 'rejected'));
    for (let ended = 0; ended < 10; ended++) await endFirst();

    assert.deepEqual(started.slice(10), Array<string>(10).fill('open'));
  });

  it('neither start nor keep a call that is aborted before it comes', async () => {
    const { started, add, endFirst } = setUp();
    const page = new AbortController();
    page.abort(new Error('The page is closed.'));
    await assert.rejects(async () => add('closed', 1, page)[0], /page is closed/);
    void add('busy', 10);
    const [late] = add('closed', 1, page);
    await assert.rejects(async () => late, /page is closed/);
    void add('open', 1);
    await endFirst();

    assert.deepEqual(started, [...Array<string>(10).fill('busy'), 'open']);
  });

  it('keep the call of a company that waits beside one that is aborted', async () => {
    const { started, add, endFirst } = setUp();
    void add('busy', 10);
    const page = new AbortController();
    const [closed] = add('other', 1, page);
    void add('other', 1);
    page.abort(new Error('The page is closed.'));
    await assert.rejects(async () => closed, /page is closed/);
    await endFirst();

    assert.deepEqual(started.slice(10), ['other']);
  });

  it('keep every call that waits when one that runs is aborted', async () => {
    const { started, add, endFirst } = setUp();
    const page = new AbortController();
    void add('busy', 5, page);
    void add('busy', 15);
    await new Promise(setImmediate);
    page.abort(new Error('The page is closed.'));
    for (let ended = 0; ended < 20; ended++) await endFirst();

    assert.equal(started.length, 20);
  });
});
