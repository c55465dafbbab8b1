import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { openLender, type Lender } from '../../support/lender.js';
import { clear, eventually, mount, part, parts, press, texts } from '../../support/page.js';

type List = HTMLElementTagNameMap['connection-list'];

describe('a long <connection-list>', () => {
  let lender: Lender;

  beforeEach(async () => {
    lender = await openLender();
  });

  afterEach(() => {
    lender.end();
    clear();
  });

  const setUp = async (shops: number): Promise<List> => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    for (let shop = 1; shop < shops; shop++)
      await lender.addConnection(shop % 2 ? 'exgd' : 'zsth', `Shop ${shop}`);
    const list = mount('connection-list', { session: lender.session }, { lang: 'en-GB' });
    await part(list, 'row');
    return list;
  };
  const type = async (list: List | HTMLElementTagNameMap['platform-picker'], text: string): Promise<void> => {
    const [input] = (await part(list, 'search')).getElementsByTagName('input');
    if (!input) throw new Error('There is no field.');
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await list.updateComplete;
  };

  it('has no search while there are fewer than a dozen', async () => {
    expect(parts(await setUp(11), 'search')).to.deep.equal([]);
  });

  it('has a field in the colours of the page, as the picker has: Safari on a Mac would draw a white one of its own', async () => {
    const list = await setUp(12);
    const picker = mount('platform-picker', { session: lender.session });
    for (const element of [list, picker]) {
      const field = (await part(element, 'search')).querySelector('input');

      expect(field && getComputedStyle(field).appearance).to.equal('none');
    }
  });

  it('has a field that stays in its place while one types, as the picker has: the number of results wraps alike, however long', async () => {
    const list = await setUp(12);
    const picker = mount('platform-picker', { session: lender.session });
    for (const element of [list, picker]) {
      const search = await part(element, 'search');
      const placesOfField = (): number[] =>
        Array.from({ length: 40 }, (_, step) => {
          element.style.inlineSize = `${240 + 8 * step}px`;
          const top = search.querySelector('input')?.getBoundingClientRect().top ?? 0;
          return top - search.getBoundingClientRect().top;
        });
      const before = placesOfField();
      await type(element, 'no such platform');
      await part(element, 'small', /^0/);

      expect(placesOfField(), element.localName).to.deep.equal(before);
    }
  });

  it('keeps the query in its field, as the picker does, when Safari resets the field of a page that a person comes back to', async () => {
    const list = await setUp(12);
    const picker = mount('platform-picker', { session: lender.session });
    for (const element of [list, picker]) {
      const field = (await part(element, 'search')).querySelector('input');
      if (!field) throw new Error('There is no field.');
      field.value = 'xero';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await element.updateComplete;
      // As `form.reset()` does to a field of its own (HTML, the reset algorithm).
      const form = document.createElement('form');
      field.replaceWith(form);
      form.append(field);
      form.reset();

      expect(field.value).to.equal('xero');
    }
  });

  it('finds connections by platform, organisation and status, and says how many', async () => {
    const list = await setUp(12);
    await expect(list).to.be.accessible();
    await type(list, 'stripe shop 1');
    expect(texts(list, 'name')).to.have.members(['Stripe · Shop 1', 'Stripe · Shop 11']);
    expect(texts(list, 'search')).to.deep.equal(['Find a connection 2 connections']);
    await type(list, 'connected xero');
    expect(texts(list, 'name')).to.deep.equal(['Xero · Marlow Bakery']);
    await type(list, 'zzz');
    await part(list, 'note', 'Nothing found for “zzz”. Try a shorter name.');
    await type(list, '');
    expect(parts(list, 'row')).to.have.length(12);
  });

  it('announces the result once the person has stopped typing, also that there is none', async () => {
    const list = await setUp(12);
    const announced = (text: string) =>
      eventually(
        () =>
          [...(list.shadowRoot?.querySelectorAll('[role="status"]') ?? [])].some(
            ({ textContent }) => textContent.trim() === text,
          ),
        text,
      );
    await type(list, 'stripe shop 1');
    await announced('2 connections: stripe shop 1');
    await type(list, 'zzz');
    await announced('Nothing found for “zzz”. Try a shorter name.');
  });

  it('keeps the text in the field that it searches for, though the field was gone meanwhile', async () => {
    const list = await setUp(12);
    await type(list, 'xero');
    const [row] = parts(list, 'row');
    await lender.session.delete(row?.dataset['row'] ?? '');
    await eventually(() => parts(list, 'row').length === 11 && parts(list, 'search').length === 0);
    await lender.addConnection('exgd', 'Shop 12');
    await lender.session.connections.refresh();

    const search = await part(list, 'search');
    expect(search.querySelector('input')?.value).to.equal('xero');
    expect(parts(list, 'row')).to.have.length(0);
  });

  it('renders no row again that a letter leaves as it is', async () => {
    const list = await setUp(12);
    const format = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format');
    let datesWritten = 0;
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      configurable: true,
      get(this: Intl.DateTimeFormat): unknown {
        datesWritten++;
        return format?.get?.call(this);
      },
    });
    try {
      await type(list, 'connected');
      expect(parts(list, 'row')).to.have.length(12);
      expect(datesWritten).to.equal(0);
      list.lang = 'en-US';
      await eventually(() => datesWritten >= 12, 'the dates in the other language');
    } finally {
      if (format) Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', format);
    }
  });

  it('costs few elements a row: a menu is there once its button is approached', async () => {
    const list = await setUp(12);
    const rows = parts(list, 'row');
    expect(Math.max(...rows.map((row) => row.querySelectorAll('*').length))).to.be.at.most(16);
    expect(list.shadowRoot?.querySelector('[role=menu]')).to.equal(null);

    await press(list, 'More for Xero');
    await part(list, 'menu');
    expect(texts(list, 'menu-item')).to.deep.equal(['Details', 'Disconnect', 'Delete']);
    await eventually(
      () => list.shadowRoot?.activeElement?.textContent.trim() === 'Details',
      'focus in the menu',
    );
  });
});
