import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { ar } from '../../src/i18n/locales/ar.js';
import { registerMessages } from '../../src/index.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, eventually, part, mount } from '../support/page.js';

describe('the language of an element', () => {
  let lender: Lender;

  beforeEach(async () => {
    lender = await openLender();
  });

  afterEach(() => {
    lender.end();
    clear();
    document.documentElement.removeAttribute('lang');
  });

  const setUp = (attributes: Record<string, string> = {}): HTMLElementTagNameMap['connection-list'] =>
    mount('connection-list', { session: lender.session }, attributes);

  it('is the nearest lang around it', async () => {
    document.documentElement.lang = 'fr';
    const list = setUp();
    await part(list, 'heading', 'Vos connexions');
    const section = document.body.appendChild(document.createElement('section'));
    section.lang = 'de';
    section.append(list);

    await part(list, 'heading', 'Ihre Verbindungen');
  });

  it('is found across shadow roots', async () => {
    document.documentElement.lang = 'fr';
    const outer = document.body.appendChild(document.createElement('section'));
    outer.lang = 'de';
    const inner = document.createElement('div');
    outer.attachShadow({ mode: 'closed' }).append(inner);
    const list = document.createElement('connection-list');
    list.session = lender.session;
    inner.attachShadow({ mode: 'open' }).append(list);

    await part(list, 'heading', 'Ihre Verbindungen');
  });

  it('is its own lang first, and can change', async () => {
    document.documentElement.lang = 'de';
    const list = setUp({ lang: 'fr' });
    await part(list, 'heading', 'Vos connexions');
    list.lang = 'en';
    await part(list, 'heading', 'Your connections');
    list.removeAttribute('lang');

    await part(list, 'heading', 'Ihre Verbindungen');
  });

  it('can load later: what is rendered already is rendered again', async () => {
    const list = setUp({ lang: 'is' });
    await part(list, 'heading', 'Your connections');
    registerMessages('is', { connectionList: { heading: 'Tengingar þínar' } });

    await part(list, 'heading', 'Tengingar þínar');
  });

  it('stays English, dates included, if there are no messages for it', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = setUp({ lang: 'pl' });

    await part(list, 'heading', 'Your connections');
    await part(list, 'dates', /^since \w+ \d+, \d{4}/);
  });

  it('is set on what is rendered, with its direction, whatever the page’s is', async () => {
    const shown = (list: HTMLElement) => {
      const base = list.shadowRoot?.querySelector<HTMLElement>('[part="base"]');
      return [base?.lang, base?.dir];
    };
    registerMessages('ar', ar);
    const list = setUp({ lang: 'ar' });
    await eventually(() => shown(list).join() === 'ar,rtl');
    list.lang = 'de';
    await eventually(() => shown(list).join() === 'de,');
    // Hebrew that is spoken in English, on a page from right to left.
    list.lang = 'he';
    await eventually(() => shown(list).join() === 'en,ltr');

    expect(list.getAttributeNames()).to.deep.equal(['lang']);
  });

  it('leaves the host’s own words the direction of its page', async () => {
    registerMessages('ar', ar);
    const directions = async (lang: string, dir: string): Promise<(string | undefined)[]> => {
      const list = setUp({ lang, dir });
      list.innerHTML = '<p slot="help">…</p><p slot="help" dir="auto">a</p>';
      const base = await part(list, 'base');
      await list.updateComplete;
      return [base, ...list.children].map((element) => getComputedStyle(element).direction);
    };

    expect(await directions('he', 'rtl'), 'Hebrew, which we don’t have').to.deep.equal(['ltr', 'rtl', 'ltr']);
    expect(await directions('ar', 'ltr'), 'our Arabic alone').to.deep.equal(['rtl', 'ltr', 'ltr']);
    expect(await directions('ar', 'rtl'), 'Arabic').to.deep.equal(['rtl', 'rtl', 'ltr']);
  });

  it('falls back one subtag after the other: the page’s zh-Hans-CN to the host’s zh-Hans', async () => {
    registerMessages('zh-Hans', { connectionList: { heading: '您的连接' } });

    await part(setUp({ lang: 'zh-Hans-CN' }), 'heading', '您的连接');
  });

  it('lets a host override messages', async () => {
    registerMessages('es', { connectionList: { heading: 'Sus libros' } });
    const list = setUp({ lang: 'es-MX' });

    await part(list, 'heading', 'Sus libros');
    await part(list, 'note', 'Todavía no hay nada conectado.');
  });

  it('isolates an organisation’s name from right to left, for the eye and for screen readers', async () => {
    const name = 'מאפיית מרלו';
    await lender.addConnection('gbol', 'Marlow Bakery');
    lender.simulator.deauthorize(await lender.addConnection('gbol', name));
    const list = setUp({ lender: name });

    // Firefox leaves the marks out of `innerText`.
    expect((await part(list, 'why')).textContent).to.equal(
      `Xero no longer lets \u2068${name}\u2069 read your data. The access has expired, or was ended there.`,
    );
    const labels = [...(list.shadowRoot?.querySelectorAll('[aria-label]') ?? [])].map(
      (control) => control.getAttribute('aria-label') ?? '',
    );
    expect(labels.filter((label) => label.includes(name))).not.to.deep.equal([]);
    for (const label of labels) expect(label.replace(`(\u2068${name}\u2069)`, '')).not.to.include(name);
  });

  it('is found in a locale of PHP or Java, which has an underscore', async () => {
    document.documentElement.lang = 'de_DE';

    await part(setUp(), 'heading', 'Ihre Verbindungen');
  });

  it('is English if the page’s lang is invalid', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = setUp({ lang: 'not a language' });

    await part(list, 'heading', 'Your connections');
    await part(list, 'dates', /^since \w+ \d+, \d{4}/);
  });

  it('formats dates', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = setUp({ lang: 'de-AT' });

    await part(list, 'heading', 'Ihre Verbindungen');
    const today = new Intl.DateTimeFormat('de-AT', { dateStyle: 'long' }).format(new Date());
    // On a slow machine the first data has been read by now, and follows.
    await part(list, 'dates', new RegExp(`^seit ${today}`));
    expect(list.shadowRoot?.querySelector('[part="status"]')?.textContent.trim()).to.equal('Verbunden');
  });
});
