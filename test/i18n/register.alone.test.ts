import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadAndApplyTranslation } from '../../src/i18n/translations.js';
import { en } from '../../tools/english.js';
import { ar as arabicMessages } from '../../src/i18n/locales/ar.js';
import { registerMessages } from '../../src/i18n/translations.js';
import { localizedElements, translationsByLang } from '../../src/i18n/localization-state.js';
import { localizeMessages, resolveLocaleAndStartLoading } from '../../src/i18n/localize-messages.js';
import type { PartialMessages } from '../../src/i18n/messages.js';
import { messagesIn } from '../../tools/messages-in.js';

const { common, errors } = en;
const english = { common, errors };

/** The messages of an element on a page in this language, once they have loaded. */
async function wordsIn(lang: string): Promise<typeof english> {
  await loadAndApplyTranslation(lang.toLowerCase());
  return localizeMessages(english, resolveLocaleAndStartLoading(lang));
}

describe('a language', () => {
  it('is English until its messages have loaded', async () => {
    assert.equal(resolveLocaleAndStartLoading('es'), 'en');
    await loadAndApplyTranslation('es');

    assert.equal(resolveLocaleAndStartLoading('es'), 'es');
    assert.notEqual(localizeMessages(english, 'es').common.loading, english.common.loading);
  });

  it('is English where it has no messages, dates and numbers included', async () => {
    await loadAndApplyTranslation('pl-pl');

    assert.equal(resolveLocaleAndStartLoading('pl-PL'), 'en');
    assert.equal(resolveLocaleAndStartLoading(''), 'en');
    assert.deepEqual(messagesIn(await wordsIn('pl-PL')), messagesIn(english));
  });

  it('keeps its region, for dates and numbers', async () => {
    await loadAndApplyTranslation('de-at');

    assert.equal(resolveLocaleAndStartLoading('de-AT'), 'de-AT');
    assert.equal(resolveLocaleAndStartLoading('en-GB'), 'en-GB');
  });

  it('is loaded once, however many elements use it', async () => {
    resolveLocaleAndStartLoading('de-CH');
    const requests = [...translationsByLang.keys()].filter((key) => key === 'de-ch');
    resolveLocaleAndStartLoading('de-CH');

    assert.deepEqual(requests, ['de-ch']);
    await new Promise<void>((resolve) => localizedElements.add({ requestUpdate: resolve }));
    assert.equal(resolveLocaleAndStartLoading('de-CH'), 'de-CH');
  });
});

describe('a name from right to left', () => {
  const [hebrew, arabic] = ['מאפיית מרלו', 'مخبز مارلو'];

  it('is isolated in a left-to-right sentence, alone, in a list, in a table and in a host’s messages', async () => {
    registerMessages('et', { common: { opening: (platform) => `${platform} avaneb` } });
    const { connectionList, journey, syncProgress } = localizeMessages(en, 'en-GB');
    await loadAndApplyTranslation('de');

    assert.equal(journey.carryOn(hebrew), `Carry on with \u2068${hebrew}\u2069`);
    assert.match(
      connectionList.whys.unfinished(arabic, '', false),
      new RegExp(` to \u2068${arabic}\u2069\\.`),
    );
    assert.match(
      syncProgress.heading(['Xero', hebrew], true),
      new RegExp(`\\bXero and \u2068${hebrew}\u2069`),
    );
    assert.match(localizeMessages(en, 'de').journey.carryOn(hebrew), new RegExp(`\u2068${hebrew}\u2069`));
    assert.equal(localizeMessages(english, 'et').common.opening(arabic), `\u2068${arabic}\u2069 avaneb`);
  });

  it('leaves other names unchanged, and right-to-left languages, which isolate names themselves', () => {
    registerMessages('ar', arabicMessages);
    registerMessages('he', { common: { opening: (platform) => `פותחים את ${platform}` } });
    const { carryOn } = localizeMessages(en, 'ar').journey;

    assert.equal(
      localizeMessages(en, 'en').journey.carryOn('Æther Bäckerei 東京'),
      'Carry on with Æther Bäckerei 東京',
    );
    assert.equal(carryOn(arabic).split('\u2068').length, 2);
    assert.equal(localizeMessages(english, 'he').common.opening(hebrew), `פותחים את ${hebrew}`);
  });

  it('creates no new messages each time a language is requested', () => {
    assert.equal(
      localizeMessages(english, 'en').common.opening,
      localizeMessages(english, 'en').common.opening,
    );
  });
});

describe('registered messages', () => {
  it('are used as far as they go, and English fills in the rest', () => {
    registerMessages('nb', { common: { loading: 'Laster' } });
    assert.equal(resolveLocaleAndStartLoading('nb'), 'nb');
    const words = localizeMessages(english, 'nb');

    assert.equal(words.common.loading, 'Laster');
    assert.equal(words.common.tryAgain, 'Try again');
    assert.deepEqual(words.errors, english.errors);
  });

  it('override the shipped ones, and wait for them to load', async () => {
    registerMessages('fr', { common: { loading: 'Un instant' } });
    assert.equal(resolveLocaleAndStartLoading('fr'), 'en');
    const words = await wordsIn('fr');

    assert.equal(words.common.loading, 'Un instant');
    assert.notEqual(words.common.tryAgain, english.common.tryAgain);
    assert.equal((await wordsIn('fr-CA')).common.loading, 'Un instant');
  });

  it('merge a region over its language, and the language over English', async () => {
    registerMessages('nl', { common: { loading: 'Laden', tryAgain: 'Opnieuw' } });
    registerMessages('nl-BE', { common: { tryAgain: 'Probeer opnieuw' } });
    const flemish = (await wordsIn('nl-BE')).common;

    assert.deepEqual(
      [flemish.loading, flemish.tryAgain, flemish.opening('Xero')],
      ['Laden', 'Probeer opnieuw', 'Opening Xero'],
    );
    assert.equal((await wordsIn('nl')).common.tryAgain, 'Opnieuw');
    assert.equal((await wordsIn('nl-SR')).common.tryAgain, 'Opnieuw');
  });

  it('are found whatever the letter case of the page’s language tag', async () => {
    registerMessages('pt-BR', { common: { loading: 'Carregando' } });

    assert.equal((await wordsIn('PT-br')).common.loading, 'Carregando');
    assert.equal((await wordsIn('pt')).common.loading, 'Loading');
  });

  it('add to earlier registrations, and the last one wins', () => {
    registerMessages('fi', { common: { loading: 'Ladataan', tryAgain: 'Uudelleen' } });
    registerMessages('fi', { common: { loading: 'Hetki' } });
    const words = localizeMessages(english, 'fi').common;

    assert.deepEqual([words.loading, words.tryAgain], ['Hetki', 'Uudelleen']);
  });

  it('override English messages without a new language, wherever English is shown', async () => {
    registerMessages('en', { errors: { refused: { title: 'Ask Sam' } } });

    assert.deepEqual(localizeMessages(english, 'en-GB').errors.refused, {
      title: 'Ask Sam',
      advice: english.errors.refused.advice,
    });
    assert.equal((await wordsIn('hu')).errors.refused.title, 'Ask Sam');
    assert.equal(english.errors.refused.title, 'You have no access to this');
  });

  it('override one of English and another of a region of it', () => {
    registerMessages('en-AU', { common: { loading: 'Hang on' } });
    registerMessages('en', { common: { tryAgain: 'Once more' } });

    const { loading, tryAgain } = localizeMessages(english, 'en-AU').common;
    assert.deepEqual([loading, tryAgain], ['Hang on', 'Once more']);
  });

  it('override one row of a table and leave the others', () => {
    registerMessages('en', { preparing: { needs: { bank: (platform) => `You bank with ${platform}.` } } });
    const { needs } = localizeMessages({ preparing: en.preparing }, 'en').preparing;

    assert.equal(needs.bank('Plaid'), 'You bank with Plaid.');
    assert.equal(needs.noTrial('Xero'), en.preparing.needs.noTrial('Xero'));
  });

  it('give an element only the messages it has requested', () => {
    registerMessages('da', { syncProgress: { complete: 'Færdig' } });

    assert.equal(localizeMessages(english, 'da').common.loading, 'Loading');
    assert.equal(localizeMessages({ syncProgress: en.syncProgress }, 'da').syncProgress.complete, 'Færdig');
  });

  it('notify the elements on the page, until they leave it', () => {
    let drawn = 0;
    const element = { requestUpdate: () => drawn++ };
    localizedElements.add(element);
    registerMessages('sv', { common: { loading: 'Laddar' } });
    localizedElements.delete(element);
    registerMessages('sv', { common: { loading: 'Hämtar' } });

    assert.equal(drawn, 1);
  });

  it('are typed: an unknown message, or one of another shape, does not compile', () => {
    const typed: PartialMessages = {
      // @ts-expect-error there is no such message
      common: { lodaing: 'Lädt' },
      // @ts-expect-error it depends on how many there are
      platformPicker: { results: 'Plattformen' },
      // @ts-expect-error there is no such row
      preparing: { needs: { patience: () => 'Sie haben Zeit.' } },
      errors: { refused: { title: 'Kein Zugriff' } },
    };

    assert.ok(typed);
  });
});
