import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { registerMessages } from '../../src/index.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, part, place } from '../support/page.js';

describe('the language of an element', () => {
  let lender: Lender;

  before(() => {
    registerMessages('de', {
      connectionList: { heading: 'Ihre Verbindungen', since: (date) => `seit ${date}` },
    });
    registerMessages('fr', { connectionList: { heading: 'Vos connexions' } });
  });

  beforeEach(async () => {
    lender = await openLender();
  });

  afterEach(() => {
    lender.end();
    clear();
    document.documentElement.removeAttribute('lang');
  });

  const setUp = (attributes: Record<string, string> = {}): HTMLElementTagNameMap['connection-list'] =>
    place('connection-list', { session: lender.session }, attributes);

  it('is the nearest around it', async () => {
    document.documentElement.lang = 'fr';
    const list = setUp();
    await part(list, 'heading', 'Vos connexions');
    const section = document.body.appendChild(document.createElement('section'));
    section.lang = 'de';
    section.append(list);

    await part(list, 'heading', 'Ihre Verbindungen');
  });

  it('is found across the shadow roots it stands in', async () => {
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

  it('is its own before all, and may change', async () => {
    document.documentElement.lang = 'de';
    const list = setUp({ lang: 'fr' });
    await part(list, 'heading', 'Vos connexions');
    list.lang = 'en';
    await part(list, 'heading', 'Your connections');
    list.removeAttribute('lang');

    await part(list, 'heading', 'Ihre Verbindungen');
  });

  it('may be learned later: what is drawn already is drawn again', async () => {
    const list = setUp({ lang: 'is' });
    await part(list, 'heading', 'Your connections');
    registerMessages('is', { connectionList: { heading: 'Tengingar þínar' } });

    await part(list, 'heading', 'Tengingar þínar');
  });

  it('is English where the page says something odd', async () => {
    await lender.connected('gbol', 'Marlow Bakery');
    const list = setUp({ lang: 'not a language' });

    await part(list, 'heading', 'Your connections');
    await part(list, 'dates', /^since \w+ \d+, \d{4}/);
  });

  it('says dates its own way', async () => {
    await lender.connected('gbol', 'Marlow Bakery');
    const list = setUp({ lang: 'de-AT' });

    await part(list, 'heading', 'Ihre Verbindungen');
    const today = new Intl.DateTimeFormat('de-AT', { dateStyle: 'long' }).format(new Date());
    await part(list, 'dates', `seit ${today}`);
    expect(list.shadowRoot?.querySelector('[part="status"]')?.textContent.trim()).to.equal('Connected');
  });
});
