import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withHostWords } from '../../../src/gateway/http/pages/languages.js';
import { translations } from '../../../src/gateway/http/pages/translations.js';
import { said } from '../../../tools/said.js';
import { sharing } from '../sharing.js';

/** Someone with the log-in, who is not signed in here, has been sent a link. */
async function sent(given: Parameters<typeof sharing>[0] = { lender: 'Larkspur' }) {
  const lender = await sharing(given);
  const { url } = await lender.made('gbol');
  lender.visitor.company = null;
  return { ...lender, url };
}

describe('the gateway’s own pages', () => {
  const asked: readonly [header: string, lang: string, dir: string, title: string][] = [
    ['de', 'de', 'ltr', 'Larkspur bittet darum, Xero zu verbinden'],
    ['de-AT,de;q=0.9,en;q=0.8', 'de', 'ltr', 'Larkspur bittet darum, Xero zu verbinden'],
    ['fr-FR', 'fr', 'ltr', 'Larkspur demande à connecter Xero'],
    ['fr-CA,en;q=0.5', 'fr-CA', 'ltr', 'Larkspur demande à connecter Xero'],
    ['es-419', 'es', 'ltr', 'Larkspur pide conectar Xero'],
    ['ar-EG', 'ar', 'rtl', 'تطلب \u2068Larkspur\u2069 ربط \u2068Xero\u2069'],
    ['en-US', 'en', 'ltr', 'Larkspur asks to connect Xero'],
    // The one that is wanted most of those there are.
    ['en;q=0.3,pt-BR,ES;q=0.7', 'es', 'ltr', 'Larkspur pide conectar Xero'],
    ['de;q=0,fr;q=0.1', 'fr', 'ltr', 'Larkspur demande à connecter Xero'],
    // None that is there, or nothing that can be read.
    ['ja', 'en', 'ltr', 'Larkspur asks to connect Xero'],
    ['*', 'en', 'ltr', 'Larkspur asks to connect Xero'],
    ['"><script>;q=x,,;', 'en', 'ltr', 'Larkspur asks to connect Xero'],
  ];
  for (const [header, lang, dir, title] of asked)
    it(`speak ${lang} to a browser that asks for ${header}`, async () => {
      const { call, url } = await sent();
      const response = await call(url, { headers: { 'Accept-Language': header } });
      const html = await response.text();

      assert.match(html, new RegExp(`<html lang="${lang}" dir="${dir}">.*<h1>${title}</h1>`, 's'));
      assert.equal(response.headers.get('Content-Language'), lang);
      assert.equal(response.headers.get('Vary'), 'Accept-Language');
    });

  it('speak English to what says nothing of languages', async () => {
    const { call, url } = await sent();
    assert.match(await (await call(url)).text(), /<html lang="en" dir="ltr">/);
  });

  it('write the end of a link as the language does, and the names as they are', async () => {
    const { call, url } = await sent();
    const html = await (await call(url, { headers: { 'Accept-Language': 'de' } })).text();

    assert.match(
      html,
      /Dieser Link gilt bis <time datetime="2026-11-30T09:00:00.000Z">30\. November 2026 um 09:00 UTC<\/time>\./,
    );
    assert.match(html, /<button>Weiter zu Xero<\/button>/);
  });

  it('say what went wrong in that language as well, on the way to sign in and on a link that was shared', async () => {
    const { call, url } = await sent();
    const german = { headers: { 'Accept-Language': 'de' } };
    const onTheWay = await call('/link/nonsense', german);
    const shared = await call(`${url}x`, german);

    assert.deepEqual([onTheWay.status, shared.status], [410, 404]);
    assert.match(await onTheWay.text(), /<h1>Dieser Link gilt nicht mehr<\/h1>.*>Zurück<\/a>/s);
    assert.match(await shared.text(), /<h1>Dieser Link funktioniert nicht<\/h1>/);
    assert.equal(shared.headers.get('Vary'), 'Accept-Language');
  });

  it('say what the host would rather have them say, in a language of its own too', async () => {
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

  it('show what the host has them say as text, whatever is in it', async () => {
    const { call, url } = await sent({
      lender: 'Larkspur',
      pageWords: { en: { invitation: { continueTo: () => '<script>x</script>' } } },
    });
    assert.doesNotMatch(await (await call(url)).text(), /<script>/);
  });
});

describe('the words of the gateway’s pages', () => {
  for (const [tag, { words }] of withHostWords({}))
    if (tag !== 'en')
      it(`are all there in ${tag}, none of them English`, () => {
        const [theirs, ours] = [said(words), said(translations.en)];
        assert.deepEqual([...theirs.keys()], [...ours.keys()]);
        for (const [place, text] of theirs) {
          if (text === '.') continue;
          assert.notEqual(text, ours.get(place), place);
          assert.doesNotMatch(text, /!|undefined/, place);
        }
      });
});
