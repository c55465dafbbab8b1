import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { preparing } from '../../src/i18n/locales/en/preparing.js';
import { noteByPlatformKey, type PlatformNote } from '../../src/platforms/notes.js';
import { platforms } from '../../src/simulator/index.js';

const offered = new Map(platforms.map((platform) => [platform.key, platform]));

/** Every sentence a person reads of a platform before leaving for it. */
function sentencesOf(key: string, note: PlatformNote, lender = 'Larkspur'): string[] {
  const name = offered.get(key)?.name ?? key;
  return [
    ...note.needs.map((need) => preparing.needs[need](name)),
    preparing.password[note.password](name, lender),
    ...(note.minutes ? [preparing.lasts(note.minutes)] : []),
    ...(note.firstData ? [preparing.firstData[note.firstData](name)] : []),
    ...(note.device === 'any' ? [] : [preparing.onPhone[note.device](name).advice]),
  ];
}

describe('the notes on a platform', () => {
  it('belong to platforms that Codat offers', () => {
    const unknown = [...noteByPlatformKey.keys()].filter((key) => !offered.has(key));

    assert.deepEqual(unknown, []);
  });

  it('list what to have ready, and cite their pages of Codat’s documentation', () => {
    for (const [key, { needs, sources }] of noteByPlatformKey) {
      assert.ok(needs.length > 0, key);
      assert.equal(new Set(needs).size, needs.length, key);
      assert.ok(sources.length > 0, key);
      for (const page of sources) assert.match(page, /^(?:integrations|auth-flow)(?:\/[a-z\d-]+){1,3}$/, key);
    }
  });

  it('send people to their computer for exactly the platforms read by a desktop program', () => {
    const windowsOnly = [...noteByPlatformKey]
      .filter(([, { device }]) => device === 'windows-only')
      .map(([key]) => key);
    const offline = platforms.filter((platform) => platform.offline).map(({ key }) => key);

    assert.deepEqual(windowsOnly.sort(), offline.sort());
  });

  it('say for QuickBooks Desktop that the first data may arrive at night', () => {
    const note = noteByPlatformKey.get('pqsw');

    assert.ok(note);
    assert.equal(note.firstData, 'overnight');
    assert.match(sentencesOf('pqsw', note).join(' '), /only at night, between 7 pm and 7 am/);
  });

  it('say for Sage 50 that a licence key and the password of a program are needed', () => {
    const note = noteByPlatformKey.get('hbql');

    assert.ok(note);
    assert.ok(note.needs.includes('licenceKey'));
    assert.match(sentencesOf('hbql', note).join(' '), /Sage 50 \(UK\) password into the program you install/);
  });

  it('promise that a password stays at the platform only if Codat asks for none', () => {
    const elsewhere = [...noteByPlatformKey].filter(([, { password }]) => password !== 'platform');

    assert.deepEqual(elsewhere.map(([key]) => key).sort(), ['fztf', 'hbql', 'knfz', 'vqzp']);
    for (const [key, note] of elsewhere)
      assert.doesNotMatch(sentencesOf(key, note).join(' '), /never sees/, key);
  });

  it('name Codat’s page where the lender has no name', () => {
    const note = noteByPlatformKey.get('knfz');

    assert.ok(note);
    assert.match(sentencesOf('knfz', note, '').join(' '), /reads your data for this lender\./);
  });

  it('are empty for platforms that need nothing but their sign-in', () => {
    assert.equal(noteByPlatformKey.get('gbol'), undefined);
    assert.equal(noteByPlatformKey.get('constructor'), undefined);
  });

  it('are whole sentences without jargon', () => {
    for (const [key, note] of noteByPlatformKey) {
      for (const sentence of sentencesOf(key, note)) {
        assert.match(sentence, /^\P{Ll}.*\.$/u, `${key}: ${sentence}`);
        assert.doesNotMatch(
          sentence,
          /\b(?:integrations?|providers?|oauth|tokens?|sync\w*|authori[sz]\w*|unlink\w*|pull\w*|please|oops|success\w*)\b|!/i,
        );
      }
    }
  });
});
