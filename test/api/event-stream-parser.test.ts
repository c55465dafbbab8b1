import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { EventStreamParser, type ServerSentEvent } from '../../src/api/event-stream-parser.js';

/** The events in a stream that arrives in these chunks. */
function read(...pieces: readonly string[]): ServerSentEvent[] {
  const lines = new EventStreamParser();
  return pieces.flatMap((piece) => lines.push(piece));
}

describe('the parser of event streams', () => {
  it('makes an event of each block, named by its field', () => {
    assert.deepEqual(read(': open\n\nevent: look\ndata: {"at":"data"}\n\ndata:bare\n\n'), [
      { event: 'look', data: '{"at":"data"}' },
      { event: 'message', data: 'bare' },
    ]);
  });

  it('joins several data lines into one event', () => {
    assert.deepEqual(read('event: look\ndata: one\ndata: two\n\n'), [{ event: 'look', data: 'one\ntwo' }]);
  });

  it('ignores comments, blocks without data, and a block that is not complete', () => {
    assert.deepEqual(read(':\n\n: still there\n\nevent: look\n\nid: 7\nretry: 9\n\ndata: not yet\n'), []);
  });

  it('gives the same events wherever chunks end, and for every line ending', () => {
    const text =
      ': open\n\nevent: look\ndata: {"at":"connections"}\n\ndata: a: b\ndata\n\nevent: é\ndata: ü\n\n';
    const whole = read(text);
    assert.equal(whole.length, 3);
    fc.assert(
      fc.property(
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.nat(text.length * 2), { maxLength: 12 }),
        (end, cuts) => {
          const sent = text.replaceAll('\n', end);
          const at = [0, ...cuts.filter((cut) => cut < sent.length).sort((a, b) => a - b), sent.length];
          const pieces = at.slice(1).map((cut, index) => sent.slice(at[index], cut));
          // A line that ends in a lone «\r» is known to have ended once more arrives.
          assert.deepEqual(read(...pieces, ': more'), whole);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('rejects a line, an event or an unfinished block that is too long', () => {
    const long = 'x'.repeat(4096);
    assert.throws(() => read(`data: ${long}\n`), RangeError);
    assert.throws(() => read(`data: ${long.slice(9)}\n`, `data: ${long.slice(9)}\n`), RangeError);
    assert.throws(() => read(`data: ${long}`), RangeError);
  });
});
