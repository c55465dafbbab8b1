import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fetchConsentText } from '../../src/api/consents.js';
import { CodatError, type ErrorKind } from '../../src/api/errors.js';

describe('CodatError', () => {
  const kinds: readonly [status: number, kind: ErrorKind, retryable: boolean][] = [
    [400, 'rejected', false],
    [401, 'refused', false],
    [402, 'refused', false],
    [403, 'refused', false],
    [404, 'missing', false],
    [408, 'unavailable', true],
    [409, 'rejected', false],
    [410, 'outdated', false],
    [418, 'rejected', false],
    [429, 'busy', true],
    [500, 'unavailable', true],
    [502, 'unavailable', true],
    [503, 'unavailable', true],
    [599, 'unavailable', true],
  ];
  for (const [status, kind, retryable] of kinds) {
    it(`classifies ${status} as «${kind}», which ${retryable ? 'can be retried' : 'can’t be retried'}`, () => {
      const error = CodatError.fromResponse(new Response(null, { status }), 'a-reference');

      assert.deepEqual(
        [error.kind, error.retryable, error.status, error.correlationId],
        [kind, retryable, status, 'a-reference'],
      );
    });
  }

  it('has the seconds of Retry-After if the gateway sends it', () => {
    const after = (retryAfter: string) =>
      CodatError.fromResponse(new Response(null, { status: 429, headers: { 'Retry-After': retryAfter } }))
        .retryAfter;

    assert.deepEqual(['30', '0', 'soon', ''].map(after), [30, undefined, undefined, undefined]);
  });

  it('is retryable without a network, and not when the token endpoint or the response is at fault', () => {
    const retryable = (kind: ErrorKind) => new CodatError(kind, '').retryable;

    assert.equal(retryable('unreachable'), true);
    for (const kind of ['token', 'signed-out', 'unreadable', 'declined', 'unsupported'] as const)
      assert.equal(retryable(kind), false);
  });

  it('passes through unchanged when caught, and wraps any other thrown value', () => {
    const ours = new CodatError('busy', 'Too many.');
    const theirs = new TypeError('not a function');

    assert.equal(CodatError.from(ours), ours);
    assert.equal(CodatError.from(theirs).kind, 'unreadable');
    assert.equal(CodatError.from(theirs).cause, theirs);
    assert.equal(CodatError.from('thrown text').cause, 'thrown text');
  });

  it('passes through from another copy of the package, as from a session of npm in an element of the script tag', async () => {
    const path = '../../src/api/errors.js?another-copy';
    const another = (await import(path)) as { CodatError: typeof CodatError };
    const theirs = new another.CodatError('missing', 'Gone.', { status: 404 });
    assert.notEqual(another.CodatError, CodatError);

    assert.equal(CodatError.from(theirs), theirs);
    const signal = new AbortController().signal;
    assert.equal(await fetchConsentText(() => Promise.reject(theirs), 'en', signal), undefined);
  });
});
