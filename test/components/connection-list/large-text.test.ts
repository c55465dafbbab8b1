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

  it('breaks no word of a search field’s label', async () => {
    const picker = mount('platform-picker', { session: lender.session });
    await part(picker, 'search');
    const text = [...(picker.shadowRoot?.querySelector('label')?.childNodes ?? [])].find(
      (node) => node instanceof Text && node.data.trim(),
    );
    if (!(text instanceof Text)) throw new Error('The search field has no label.');
    for (const { index, 0: word } of text.data.matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      expect(range.getClientRects(), word).to.have.length(1);
    }
  });
});
