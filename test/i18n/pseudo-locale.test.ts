import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { en } from '../../tools/english.js';
import { messagesIn } from '../../tools/messages-in.js';
import { pseudo } from '../support/pseudo-locale.js';

describe('the pseudo-locale', () => {
  const words = messagesIn(pseudo(en));

  it('puts every sentence of English in brackets, and leaves names as they are', () => {
    for (const [place, english] of messagesIn(en)) {
      if (english === '') continue;
      const text = words.get(place) ?? '';
      assert.match(text, /^\[.*\]$/s, place);
      assert.equal(text.includes('Xero'), english.includes('Xero'), place);
    }
    assert.equal(words.get('journey.startAgain'), '[Sṫääřṫ ääğääïïñ]');
  });

  it('is longer than English by a third, as German may be', () => {
    const length = (texts: Iterable<string>): number => [...texts].join('').length;
    const ratio = length(words.values()) / length(messagesIn(en).values());

    assert.ok(ratio > 1.3 && ratio < 1.5, String(ratio));
  });
});
