import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergePageTranslations } from '../../../src/gateway/http/pages/page-localizations.js';
import { draftPageWords } from '../../../src/gateway/http/pages/draft-page-words.js';
import { translations } from '../../../src/gateway/http/pages/translations.js';
import { messagesIn } from '../../../tools/messages-in.js';
import { setUpShareLinks } from '../share-link-set-up.js';

/** Someone with the log-in, who is not signed in here, has been sent a link. */
async function sent(given: Parameters<typeof setUpShareLinks>[0] = { lender: 'Larkspur' }) {
  const lender = await setUpShareLinks(given);
  const { url } = await lender.createShareLink('gbol');
  lender.visitor.company = null;
  return { ...lender, url };
}

describe('the gateway’s own pages', () => {
  const requested: readonly [header: string, lang: string, dir: string, title: string][] = [
    ['de', 'de', 'ltr', 'Larkspur bittet darum, Xero zu verbinden'],
    ['de-AT,de;q=0.9,en;q=0.8', 'de', 'ltr', 'Larkspur bittet darum, Xero zu verbinden'],
    ['fr-FR', 'fr', 'ltr', 'Larkspur demande à connecter Xero'],
    ['fr-CA,en;q=0.5', 'fr-CA', 'ltr', 'Larkspur demande à connecter Xero'],
    ['es-419', 'es', 'ltr', 'Larkspur pide conectar Xero'],
    ['en-US', 'en', 'ltr', 'Larkspur asks to connect Xero'],
    // The one that is wanted most of those there are.
    ['en;q=0.3,pt-BR,ES;q=0.7', 'es', 'ltr', 'Larkspur pide conectar Xero'],
    ['de;q=0,fr;q=0.1', 'fr', 'ltr', 'Larkspur demande à connecter Xero'],
    // Only drafts, none that is there, or nothing that can be read.
    ['ar-EG,nl;q=0.9,it;q=0.8,pt;q=0.7', 'en', 'ltr', 'Larkspur asks to connect Xero'],
    ['ja', 'en', 'ltr', 'Larkspur asks to connect Xero'],
    ['*', 'en', 'ltr', 'Larkspur asks to connect Xero'],
    ['"><script>;q=x,,;', 'en', 'ltr', 'Larkspur asks to connect Xero'],
  ];
  for (const [header, lang, dir, title] of requested)
    it(`are in ${lang} for a browser that sends ${header}`, async () => {
      const { call, url } = await sent();
      const response = await call(url, { headers: { 'Accept-Language': header } });
      const html = await response.text();

      assert.match(html, new RegExp(`<html lang="${lang}" dir="${dir}">.*<h1>${title}</h1>`, 's'));
      assert.equal(response.headers.get('Content-Language'), lang);
      assert.equal(response.headers.get('Vary'), 'Accept-Language');
    });

  it('compare few of the languages that anyone may list by the thousand', async (t) => {
    const { call, url } = await sent({ lender: 'Larkspur', pageWords: draftPageWords });
    const compared = t.mock.method(Intl, 'Locale');
    const headers = { 'Accept-Language': 'q,'.repeat(7_900) };
    assert.match(await (await call(url, { headers })).text(), /<html lang="en"/);
    assert.ok(compared.mock.callCount() < 100, `${compared.mock.callCount()} were compared`);
  });

  it('are in English without Accept-Language', async () => {
    const { call, url } = await sent();
    assert.match(await (await call(url)).text(), /<html lang="en" dir="ltr">/);
  });

  it('format the expiry of a link for the language, and keep names unchanged', async () => {
    const { call, url } = await sent();
    const html = await (await call(url, { headers: { 'Accept-Language': 'de' } })).text();

    assert.match(
      html,
      /Dieser Link gilt bis <time datetime="2026-11-30T09:00:00.000Z">30\. November 2026 um 09:00 UTC<\/time>\./,
    );
    assert.match(html, /<button>Weiter zu Xero<\/button>/);
  });

  it('show errors in that language as well, on the way to sign in and on a shared link', async () => {
    const { call, url } = await sent();
    const german = { headers: { 'Accept-Language': 'de' } };
    const onTheWay = await call('/link/nonsense', german);
    const shared = await call(`${url}x`, german);

    assert.deepEqual([onTheWay.status, shared.status], [410, 404]);
    assert.match(await onTheWay.text(), /<h1>Dieser Link gilt nicht mehr<\/h1>.*>Zurück<\/a>/s);
    assert.match(await shared.text(), /<h1>Dieser Link funktioniert nicht<\/h1>/);
    assert.equal(shared.headers.get('Vary'), 'Accept-Language');
  });

  it('show the host’s own messages, in a language of its own too', async () => {
    const { call, url } = await sent({
      lender: 'Larkspur',
      pageWords: {
        de: { invitation: { continueTo: (platform) => `Auf zu ${platform}` } },
        'pt-BR': { invitation: { title: (lender, platform) => `${lender} pede para conectar ${platform}` } },
      },
    });
    const inLanguage = async (tag: string) =>
      (await call(url, { headers: { 'Accept-Language': tag } })).text();

    assert.match(await inLanguage('de'), /<h1>Larkspur bittet darum.*<button>Auf zu Xero<\/button>/s);
    assert.match(await inLanguage('pt-BR'), /lang="pt-BR".*<h1>Larkspur pede.*<button>Continue to Xero/s);
    assert.match(await inLanguage('fr'), /<button>Continuer vers Xero<\/button>/);
  });

  it('are in the script that the browser prefers', async () => {
    const { call, url } = await sent({
      lender: 'Larkspur',
      pageWords: { 'zh-Hans': {}, 'zh-Hant': {}, 'pt-BR': {} },
    });
    for (const [header, lang] of [
      ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-Hant'],
      ['zh-Hant-HK', 'zh-Hant'],
      ['zh-CN', 'zh-Hans'],
      ['pt-PT', 'pt-BR'],
    ] as const) {
      const response = await call(url, { headers: { 'Accept-Language': header } });
      assert.equal(response.headers.get('Content-Language'), lang, header);
    }
  });

  it('are in a draft only where the host says so', async () => {
    const { call, url } = await sent({ lender: 'Larkspur', pageWords: draftPageWords });
    const response = await call(url, { headers: { 'Accept-Language': 'ar-EG' } });

    assert.match(
      await response.text(),
      /<html lang="ar" dir="rtl">.*<h1>تطلب \u2068Larkspur\u2069 ربط \u2068Xero\u2069<\/h1>/s,
    );
  });

  it('isolate every name in a sentence from right to left, which it would reorder', () => {
    const sentencesIn = (words: unknown): string[] => {
      if (typeof words === 'function') return [String(Reflect.apply(words, undefined, ['Larkspur', 'Xero']))];
      return words instanceof Object ? Object.values(words).flatMap(sentencesIn) : [];
    };
    const sentences = sentencesIn(draftPageWords.ar);
    assert.ok(sentences.length > 0);
    for (const sentence of sentences)
      assert.doesNotMatch(sentence.replaceAll(/\u2068(?:Larkspur|Xero)\u2069/g, ''), /Larkspur|Xero/);
  });

  it('escape the host’s messages', async () => {
    const { call, url } = await sent({
      lender: 'Larkspur',
      pageWords: { en: { invitation: { continueTo: () => '<script>x</script>' } } },
    });
    assert.doesNotMatch(await (await call(url)).text(), /<script>x/);
  });
});

describe('the messages of the gateway’s pages', () => {
  for (const [tag, { words }] of mergePageTranslations(draftPageWords))
    if (tag !== 'en')
      it(`are complete in ${tag}, none of them English`, () => {
        const [theirs, ours] = [messagesIn(words), messagesIn(translations.en)];
        assert.deepEqual([...theirs.keys()], [...ours.keys()]);
        for (const [place, text] of theirs) {
          if (text === '.') continue;
          assert.notEqual(text, ours.get(place), place);
          assert.doesNotMatch(text, /!|undefined/, place);
        }
      });
});
