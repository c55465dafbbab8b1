import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, mount, part, press } from '../support/page.js';
import { resizePage } from '../support/viewport.js';

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
});
