import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, mount, part, press } from '../support/page.js';
import { resizePage } from '../support/viewport.js';

/** How far the focus ring extends beyond what has focus, in pixels. */
const ring = 4;

/** Where the text of an element is, line by line. */
function linesOf(element: Node): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()].filter(({ width }) => width > 0);
}

const leftOf = (element: Element): number => element.getBoundingClientRect().left;

describe('what stands beside or below one another', () => {
  let lender: Lender;

  beforeEach(async () => {
    lender = await openLender();
    await resizePage({ width: 360, height: 700 });
  });

  afterEach(() => {
    lender.end();
    clear();
  });

  const openPicker = (attributes: Record<string, string> = {}): HTMLElementTagNameMap['platform-picker'] => {
    const picker = mount(
      'platform-picker',
      { session: lender.session },
      { lender: 'Larkspur', ...attributes },
    );
    picker.style.inlineSize = '328px';
    return picker;
  };

  it('is as wide as what it is below: the buttons of a dialog on a phone', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = mount('connection-list', { session: lender.session }, { lender: 'Larkspur' });
    await press(list, 'More for Xero');
    await press(list, 'Disconnect');
    const dialog = await part(list, 'dialog');
    const [keep, disconnect] = [...dialog.querySelectorAll('button')].map((button) =>
      button.getBoundingClientRect(),
    );

    expect(disconnect?.top).to.be.above(keep?.bottom ?? 0);
    expect(disconnect?.width).to.equal(keep?.width);
  });

  it('has room for the focus ring: the advice if a platform isn’t listed', async () => {
    const picker = openPicker({ 'source-types': 'Accounting' });
    const details = await part(picker, 'not-listed');
    const summary = details.querySelector('summary');
    summary?.click();
    const advice = await part(picker, 'note', 'Ask Larkspur what you can send instead.');

    expect(linesOf(advice)[0]?.top).to.be.at.least((summary?.getBoundingClientRect().bottom ?? 0) + ring);
  });

  it('has room under the line of the footer: the links that were made', async () => {
    const picker = openPicker({ 'source-types': 'Accounting' });
    await press(picker, 'Someone else signs in to it?');
    await press(picker, 'Xero');
    await press(picker, 'Get the link');
    await part(picker, 'link');
    await press(picker, 'Back to all platforms');
    const links = await part(picker, 'shares');
    const footer = await part(picker, 'footer');
    const title = links.previousElementSibling;

    expect((title?.getBoundingClientRect().top ?? 0) - footer.getBoundingClientRect().top).to.be.at.least(12);
  });

  it('begins where the text above does: a button that looks like a link', async () => {
    const picker = openPicker({ 'source-types': 'Accounting' });
    const details = await part(picker, 'not-listed');
    const summary = details.querySelector('summary');

    expect(summary && linesOf(summary)[0]?.left).to.equal(leftOf(await part(picker, 'heading')));
  });

  it('is beside its icon: the status of a platform, in two lines too', async () => {
    await lender.addConnection('fztf');
    const picker = openPicker();
    const mark = await part(picker, 'mark-text', 'Finish connecting');
    mark.style.inlineSize = '8em';
    const icon = mark.querySelector('svg')?.getBoundingClientRect();
    const [words] = [...mark.childNodes].filter((node) => node instanceof Text && node.data.trim());
    const lines = words ? linesOf(words) : [];

    expect(lines).to.have.length(2);
    expect((lines[0]?.left ?? 0) - (icon?.right ?? 0)).to.be.within(2, 6);
  });

  it('has a gap above it: the button that copies the licence key', async () => {
    const picker = openPicker({ 'source-types': 'Accounting' });
    await press(picker, 'Show all 16');
    await press(picker, 'Sage 50 (UK)');
    const key = await part(picker, 'key');
    const [button] = key.closest('div')?.getElementsByTagName('button') ?? [];

    expect((button?.getBoundingClientRect().top ?? 0) - (linesOf(key).at(-1)?.bottom ?? 0)).to.be.at.least(8);
  });
});
