import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import type { GatewaySettings } from '../../../src/gateway/index.js';
import { openLender, type Lender } from '../../support/lender.js';
import { clear, mount, part, press } from '../../support/page.js';

const dataTypes = {
  Accounting: ['profitAndLoss', 'invoices'],
  Banking: ['banking-accountBalances'],
};

describe('what a lender reads', () => {
  let lender: Lender | undefined;

  afterEach(() => {
    clear();
    lender?.end();
  });

  const setUp = async (settings: Partial<GatewaySettings>): Promise<HTMLElement> => {
    lender = await openLender(settings);
    return mount(
      'platform-picker',
      { session: lender.session },
      { 'source-types': 'Accounting', lender: 'Larkspur' },
    );
  };

  it('is said in the picker, of the platforms it shows', async () => {
    const picker = await setUp({ dataTypes });

    await part(
      picker,
      'intro',
      'Larkspur reads your profit and loss and invoices. You can disconnect at any time.',
    );
  });

  it('is all that it does, if it says so', async () => {
    const picker = await setUp({ dataTypes, readsOnly: true });

    await part(
      picker,
      'intro',
      'Larkspur reads your profit and loss and invoices. It writes nothing. You can disconnect at any time.',
    );
  });

  it('is not guessed where the lender doesn’t say', async () => {
    const picker = await setUp({ readsOnly: true });

    const intro = await part(picker, 'intro', /^You sign in/);
    expect(intro.textContent).to.not.include('writes nothing');
  });

  it('is named before a connection is ended', async () => {
    lender = await openLender();
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = mount('connection-list', { session: lender.session }, { lender: 'Larkspur' });
    await part(list, 'row');
    await press(list, 'More for Xero');
    await press(list, 'Disconnect');

    await part(list, 'dialog-text', /reads nothing new\..* What is read: .*Invoices/);
  });
});
