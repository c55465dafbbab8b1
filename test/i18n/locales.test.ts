import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { en } from '../../tools/english.js';
import type { Messages } from '../../src/i18n/messages.js';
import { localizeMessages } from '../../src/i18n/localize-messages.js';
import type { PartialMessages } from '../../src/i18n/messages.js';
import { platforms } from '../../src/simulator/platforms/platforms.js';
import { dataTypeSupportOf } from '../../src/simulator/pulls.js';
import { loadLanguage } from '../../tools/load-language.js';
import { findGaps, listLanguages, loadMessagesOf, loadTranslatedEnglish } from '../../tools/locale-gaps.js';
import { messagesIn } from '../../tools/messages-in.js';

/** What no lender of ours says: it begs, it cheers, or it is the trade's own language. */
const unfit: Readonly<Record<string, RegExp>> = {
  ar: /من فضلك|يرجى|رجاءً|بنجاح|!/,
  de: /\bbitte\b|erfolgreich|autorisier|\bToken\b|\b(?:du|dein|dich)\b|!/i,
  es: /por favor|con éxito|autoriza|\btoken\b|(?<!\p{L})(?:tú|tu|tus)(?!\p{L})|!/iu,
  fr: /veuillez|s’il vous plaît|succès|autorise[rz]|jeton|(?<!\p{L})(?:tu|ton|ta|tes)(?!\p{L})|!/iu,
  'fr-ca':
    /veuillez|s’il vous plaît|succès|autorise[rz]|jeton|e-mail|(?<!\p{L})(?:tu|ton|ta|tes)(?!\p{L})|!/iu,
  it: /per favore|prego|con successo|autorizz|\btoken\b|(?<!\p{L})(?:tu|tuo|tua|tuoi|tue)(?!\p{L})|!/iu,
  nl: /alstublieft|gelieve|met succes|autoris|\btoken\b|(?<!\p{L})(?:je|jij|jou|jouw)(?!\p{L})|!/iu,
  pt: /por favor|com sucesso|autoriza|\btoken\b|(?<!\p{L})(?:tu|teu|tua|teus|tuas)(?!\p{L})|!/iu,
};

const found = await listLanguages();
/** A group is new until one language has it: so long it may be English everywhere. */
const english = await loadTranslatedEnglish();

for (const language of found) {
  describe(`the messages in ${language}`, () => {
    let words: ReadonlyMap<string, string>;
    let messages: Messages;

    before(async () => {
      words = await loadMessagesOf(language);
      await loadLanguage(language);
      messages = localizeMessages(en, language);
    });

    it('are complete, have nothing else, and leave none in English', async () => {
      const { missing, extra, same } = await findGaps(language, english);

      assert.deepEqual({ missing, extra, same }, { missing: [], extra: [], same: [] });
    });

    it('keep a lender’s tone: formal, plain, without begging or cheering', () => {
      const tone = unfit[language];
      assert.ok(tone, `say in this test what ${language} never says`);
      for (const [place, text] of words) assert.doesNotMatch(text, tone, place);
    });

    it('end as the English ones do: a sentence with its stop, a title without', () => {
      for (const [place, text] of english) {
        if (text === '') continue;
        const stops = (text: string): boolean => /[.。]\u2069?$/.test(text);
        assert.equal(stops(words.get(place) ?? ''), stops(text), `${place}: ${words.get(place) ?? ''}`);
      }
    });

    it('keep the names of the English ones: platforms, lenders and products as they are written', () => {
      const names =
        /Xero|Larkspur|Codat|QuickBooks|Rightworks|Online50|AccountRight|FreshBooks|Shopify|Sage 200/g;
      const namesIn = (text: string): string[] => [...new Set(text.match(names))].sort();
      for (const [place, text] of english) {
        // A language may leave the lender out where it has a shorter sentence.
        assert.deepEqual(namesIn(words.get(place) ?? ''), namesIn(text), place);
      }
    });

    it('keep a button’s label in its longer name, by which a person presses it with their voice (WCAG 2.2, 2.5.3)', () => {
      const { connectionList, sharing } = messages;
      const buttons = [
        ...Object.values(connectionList.ways),
        { short: sharing.withdraw, whole: sharing.withdrawFor },
      ];
      for (const { short, whole } of buttons)
        assert.ok(whole('Xero').toLowerCase().includes(short.toLowerCase()), `${short}: ${whole('Xero')}`);
    });

    it('have a name for each data type, with no two alike on one platform', () => {
      const { dataType } = messages.syncProgress;
      const other = dataType('something that Codat adds later');
      for (const platform of platforms) {
        const names = dataTypeSupportOf(platform).map((type) => dataType(type.dataType));
        assert.equal(new Set(names).size, names.length, platform.name);
        assert.ok(!names.includes(other), platform.name);
      }
    });
  });
}

describe('a count', () => {
  const counts = async (language: string, ...numbers: number[]): Promise<string[]> => {
    await loadLanguage(language);
    const { results } = localizeMessages({ platformPicker: en.platformPicker }, language).platformPicker;
    return numbers.map(results);
  };

  it('has two forms in German and Spanish', async () => {
    assert.deepEqual(await counts('de', 0, 1, 2), ['0 Plattformen', '1 Plattform', '2 Plattformen']);
    assert.deepEqual(await counts('es', 0, 1, 1234), ['0 plataformas', '1 plataforma', '1234 plataformas']);
  });

  it('of none is singular in French', async () => {
    assert.deepEqual(await counts('fr', 0, 1, 2), ['0 plateforme', '1 plateforme', '2 plateformes']);
  });

  it('has two forms in Dutch, Italian and Portuguese, where none is singular in Portuguese alone', async () => {
    assert.deepEqual(await counts('nl', 0, 1, 1234), [
      '0 platforms gevonden',
      '1 platform gevonden',
      '1.234 platforms gevonden',
    ]);
    assert.deepEqual(await counts('it', 0, 1, 2), ['0 piattaforme', '1 piattaforma', '2 piattaforme']);
    assert.deepEqual(await counts('pt', 0, 1, 2), ['0 plataforma', '1 plataforma', '2 plataformas']);
  });

  it('has six forms in Arabic', async () => {
    assert.deepEqual(await counts('ar', 0, 1, 2, 3, 11, 100), [
      'لا توجد منصات',
      'منصة واحدة',
      'منصتان',
      '3 منصات',
      '11 منصة',
      '100 منصة',
    ]);
  });
});

describe('Arabic', () => {
  it('isolates every left-to-right name from the sentence around it', async () => {
    for (const [place, text] of await loadMessagesOf('ar'))
      assert.doesNotMatch(
        text.replace(/\u2068[^\u2069]*\u2069|https:\S+|4 March 2026|yesterday|[Ii]nvoices|[Bb]ills/g, ''),
        /[A-Za-z]/,
        place,
      );
  });
});

describe('French', () => {
  it('keeps a narrow space before a question mark in Europe, and none in Canada', async () => {
    const questions = async (language: string): Promise<string[]> =>
      [...(await loadMessagesOf(language)).values()].filter((text) => text.includes('?'));
    const [european, canadian] = [await questions('fr'), await questions('fr-ca')];

    assert.ok(european.length > 0);
    for (const text of european) assert.match(text, /\u202f\?/);
    for (const text of canadian) assert.doesNotMatch(text, /\s\?/u);
  });

  it('uses “ouvrir une session” in Canada, and “s’identifier” in Europe', async () => {
    const identify = /identifi(?:cation|ez|er|e)\b/i;
    const european = [...(await loadMessagesOf('fr')).values()].join('\n');
    const canadian = [...(await loadMessagesOf('fr-ca')).values()].join('\n');

    assert.match(european, identify);
    assert.doesNotMatch(canadian, identify);
    assert.match(canadian, /ouvre[rz]? .*session|ouverture de session/i);
  });
});

describe('a locale', () => {
  it('may be partial for the types: missing messages are listed, not refused', () => {
    const draft: PartialMessages = { common: { loading: 'Wird geladen' } };

    assert.deepEqual([...messagesIn(draft)], [['common.loading', 'Wird geladen']]);
  });
});
