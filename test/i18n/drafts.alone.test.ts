import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { draftLanguages } from '../../src/i18n/draft-languages.js';
import { nl } from '../../src/i18n/locales/nl.js';
import { translationLoadersByLang } from '../../src/i18n/locales.js';
import { localizeMessages, resolveLocaleAndStartLoading } from '../../src/i18n/localize-messages.js';
import { registerMessages } from '../../src/i18n/translations.js';
import { loadAndApplyTranslation } from '../../src/i18n/translations.js';
import { en } from '../../tools/english.js';
import { listLanguages } from '../../tools/locale-gaps.js';

describe('a draft', () => {
  it('is every locale that lang does not choose', async () => {
    assert.deepEqual(
      [...Object.keys(translationLoadersByLang), ...draftLanguages].sort(),
      (await listLanguages()).sort(),
    );
  });

  it('is chosen by no lang: until the host imports it, everything is English', async () => {
    for (const draft of draftLanguages)
      for (const lang of [draft, `${draft}-XX`]) {
        await loadAndApplyTranslation(lang.toLowerCase());
        assert.equal(resolveLocaleAndStartLoading(lang), 'en', lang);
      }
  });

  it('is spoken in every region of the language once a host has registered it', async () => {
    registerMessages('nl', nl);
    await loadAndApplyTranslation('nl-be');

    assert.equal(resolveLocaleAndStartLoading('nl'), 'nl');
    assert.equal(resolveLocaleAndStartLoading('nl-BE'), 'nl-BE');
    assert.equal(localizeMessages(en, 'nl-BE').journey.cancel, 'Annuleren');
  });
});
