import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { en } from '../../src/i18n/locales/en/index.js';
import { inLanguage, registerMessages, whenRegistered } from '../../src/i18n/register.js';

const { common, errors } = en;
const english = { common, errors };

describe('registered messages', () => {
  it('leave every language English until someone adds words', () => {
    assert.deepEqual(inLanguage(english, 'is'), english);
    assert.deepEqual(inLanguage(english, ''), english);
  });

  it('speak a language as far as they go, and English fills in the rest', () => {
    registerMessages('de', { common: { loading: 'Lädt' } });
    const words = inLanguage(english, 'de');

    assert.equal(words.common.loading, 'Lädt');
    assert.equal(words.common.tryAgain, 'Try again');
    assert.deepEqual(words.errors, english.errors);
  });

  it('lay a region over its language, and the language over English', () => {
    registerMessages('fr', { common: { loading: 'Chargement', tryAgain: 'Réessayer' } });
    registerMessages('fr-CA', { common: { tryAgain: 'Essayer encore' } });
    const canadian = inLanguage(english, 'fr-CA').common;

    assert.deepEqual(
      [canadian.loading, canadian.tryAgain, canadian.opening('Xero')],
      ['Chargement', 'Essayer encore', 'Opening Xero'],
    );
    assert.equal(inLanguage(english, 'fr').common.tryAgain, 'Réessayer');
    assert.equal(inLanguage(english, 'fr-BE').common.tryAgain, 'Réessayer');
  });

  it('are found however the page writes the language', () => {
    registerMessages('pt-BR', { common: { loading: 'Carregando' } });

    assert.equal(inLanguage(english, 'PT-br').common.loading, 'Carregando');
    assert.equal(inLanguage(english, 'pt').common.loading, 'Loading');
  });

  it('add to what was registered before, and the last word counts', () => {
    registerMessages('nl', { common: { loading: 'Laden', tryAgain: 'Opnieuw' } });
    registerMessages('nl', { common: { loading: 'Bezig' } });
    const words = inLanguage(english, 'nl').common;

    assert.deepEqual([words.loading, words.tryAgain], ['Bezig', 'Opnieuw']);
  });

  it('override a word of English without a new language', () => {
    registerMessages('en', { errors: { refused: { title: 'Ask Sam', advice: 'Call 5.' } } });

    assert.equal(inLanguage(english, 'en-GB').errors.refused.title, 'Ask Sam');
    assert.equal(english.errors.refused.title, 'You have no access to this');
  });

  it('bring an element none of the words it has not asked for', () => {
    registerMessages('da', { syncProgress: { complete: 'Færdig' } });

    assert.equal(inLanguage(english, 'da').common.loading, 'Loading');
    assert.equal(inLanguage({ syncProgress: en.syncProgress }, 'da').syncProgress.complete, 'Færdig');
  });

  it('tell those who have drawn, until they leave', () => {
    let drawn = 0;
    const leave = whenRegistered(() => drawn++);
    registerMessages('sv', { common: { loading: 'Laddar' } });
    leave();
    registerMessages('sv', { common: { loading: 'Hämtar' } });

    assert.equal(drawn, 1);
  });
});
