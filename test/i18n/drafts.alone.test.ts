import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drafts } from '../../src/i18n/drafts.js';
import { nl } from '../../src/i18n/locales/nl.js';
import { localeLoaders } from '../../src/i18n/locales.js';
import { messagesFor, resolveLocale } from '../../src/i18n/messages-for.js';
import { registerMessages } from '../../src/i18n/register-messages.js';
import { loadLocale } from '../../src/i18n/translations.js';
import { en } from '../../tools/english.js';
import { languages } from '../../tools/locale-gaps.js';

describe('a draft', () => {
  it('is every locale that lang does not choose', async () => {
    assert.deepEqual([...Object.keys(localeLoaders), ...drafts].sort(), (await languages()).sort());
  });

  it('is chosen by no lang: until the host imports it, everything is English', async () => {
    for (const draft of drafts)
      for (const lang of [draft, `${draft}-XX`]) {
        await loadLocale(lang.toLowerCase());
        assert.equal(resolveLocale(lang), 'en', lang);
      }
  });

  it('is spoken in every region of the language once a host has registered it', async () => {
    registerMessages('nl', nl);
    await loadLocale('nl-be');

    assert.equal(resolveLocale('nl'), 'nl');
    assert.equal(resolveLocale('nl-BE'), 'nl-BE');
    assert.equal(messagesFor(en, 'nl-BE').journey.cancel, 'Annuleren');
  });
});
