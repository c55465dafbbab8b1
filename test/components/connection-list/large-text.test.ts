import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { openLender, type Lender } from '../../support/lender.js';
import { clear, eventually, mount, part, press } from '../../support/page.js';
import { resizePage } from '../../support/viewport.js';

describe('text of twice the size on a phone', () => {
  let lender: Lender;

  beforeEach(async () => {
    lender = await openLender();
    await resizePage({ width: 320, height: 700 });
    document.documentElement.style.fontSize = '200%';
  });

  afterEach(() => {
    document.documentElement.style.removeProperty('font-size');
    document.body.style.removeProperty('inline-size');
    lender.end();
    clear();
  });

  it('fits: nobody has to scroll sideways, and a menu is on the screen (WCAG 2.2, 1.4.4)', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const { session } = lender;
    const list = mount('connection-list', { session });
    await part(mount('sync-progress', { session }), 'type');
    await part(mount('platform-picker', { session }), 'not-listed');
    await press(list, 'More for Xero');
    const menu = await eventually(() => list.shadowRoot?.querySelector('[part="menu"].placed'));

    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).to.equal(clientWidth);
    expect(menu.getBoundingClientRect().right).to.be.at.most(innerWidth);
  });

  it('stays in a narrow column of a laptop’s page', async () => {
    await resizePage({ width: 1280, height: 900 });
    await lender.addConnection('gbol', 'Marlow Bakery');
    const { session } = lender;
    const column = document.createElement('div');
    column.style.inlineSize = '256px';
    for (const element of [
      mount('connection-list', { session }),
      mount('sync-progress', { session }),
      mount('platform-picker', { session }),
    ]) {
      column.append(element);
      document.body.append(column);
      const base = await part(element, 'base');

      expect(base.getBoundingClientRect().width, element.localName).to.be.at.most(256);
    }
  });

  it('breaks no word of a search field’s label', async () => {
    const picker = mount('platform-picker', { session: lender.session });
    await part(picker, 'search');

    expect(brokenWordsOf(picker.shadowRoot?.querySelector('label'))).to.deep.equal([]);
  });

  it('breaks no word of a heading, or of a button', async () => {
    const { session } = lender;
    document.body.style.inlineSize = '264px';
    const list = mount('connection-list', { session });
    expect(brokenWordsOf(await part(list, 'heading', 'Your connections'))).to.deep.equal([]);
    const picker = mount('platform-picker', { session }, { 'source-types': 'Accounting' });
    expect(brokenWordsOf(await part(picker, 'heading', /accounting/))).to.deep.equal([]);
    await press(picker, 'Show all 16');
    await press(picker, 'Sage 50 (UK)');

    expect(brokenWordsOf(await part(picker, 'primary', /Continue/))).to.deep.equal([]);
  });
});

/** The words of an element that go on in a second line. */
function brokenWordsOf(element: Element | null | undefined): string[] {
  const texts = [...(element?.childNodes ?? [])].filter((node) => node instanceof Text);
  if (!texts.some(({ data }) => data.trim())) throw new Error('There are no words.');
  return texts.flatMap((text) =>
    [...text.data.matchAll(/\S+/g)]
      .filter(({ index, 0: word }) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        return range.getClientRects().length > 1;
      })
      .map(([word]) => word),
  );
}
