import { expect } from '@open-wc/testing';
import { formatAgo } from '../../../src/components/format-date.js';

describe('how long ago something was', () => {
  const ago = (then: string, now: string): string =>
    formatAgo(new Date(then), 'en-GB', new Date(now).getTime());

  for (const [then, now, text] of [
    ['2026-06-01T12:00:30', '2026-06-01T12:00:59', 'this minute'],
    ['2026-06-01T12:00:30', '2026-06-01T12:00:00', 'this minute'],
    ['2026-06-01T23:30', '2026-06-02T01:00', '1 hour ago'],
    ['2026-06-01T01:00', '2026-06-02T01:00', 'yesterday'],
    // From Saturday to Monday.
    ['2026-05-30T23:30', '2026-06-01T01:00', '2 days ago'],
    ['2026-03-01T12:00', '2026-03-31T12:00', '30 days ago'],
    ['2026-03-01T12:00', '2026-05-01T12:00', '2 months ago'],
    ['2025-01-15T12:00', '2026-02-15T12:00', '13 months ago'],
    ['2024-01-15T12:00', '2026-02-15T12:00', '2 years ago'],
  ] as const)
    it(`is ${text} from ${then} to ${now}`, () => {
      expect(ago(then, now)).to.equal(text);
    });
});
