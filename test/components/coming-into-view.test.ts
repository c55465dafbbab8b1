import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, eventually, part, place } from '../support/page.js';

describe('a page that comes back into view', () => {
  const now = Date.now.bind(Date);
  let lender: Lender;
  let list: HTMLElementTagNameMap['connection-list'];

  beforeEach(async () => {
    lender = await openLender();
    await lender.connected('gbol', 'Marlow Bakery');
    list = place('connection-list', { session: lender.session });
    await part(list, 'status', 'Connected');
    // What keeps the session fresh loads a little later.
    await eventually(() => lender.session.connections.pace);
  });

  afterEach(() => {
    Date.now = now;
    lender.end();
    clear();
  });

  /** The page was out of view for so many milliseconds. */
  const comeBackAfter = (milliseconds: number): void => {
    const before = Date.now;
    Date.now = () => before() + milliseconds;
    lender.pass(milliseconds);
    window.dispatchEvent(new Event('focus'));
  };

  const deauthorize = (): void => {
    const [company] = lender.simulator.snapshot().companies;
    lender.simulator.deauthorize(company?.connections[0]?.id ?? '');
  };

  it('shows what changed meanwhile', async () => {
    deauthorize();
    comeBackAfter(11_000);

    await part(list, 'status', 'Access lost');
  });

  it('asks nothing after a moment’s absence', () => {
    const before = lender.asked.length;
    comeBackAfter(1000);

    expect(lender.asked).to.have.length(before);
  });

  it('does so too when the person signed out and in again in the meantime', async () => {
    lender.session.end();
    await part(list, 'status', 'Connected');
    deauthorize();
    comeBackAfter(11_000);

    await part(list, 'status', 'Access lost');
  });

  it('asks nothing once its session has ended and nothing shows it', () => {
    list.remove();
    lender.session.end();
    const before = lender.asked.length;
    comeBackAfter(60_000);

    expect(lender.asked).to.have.length(before);
  });
});
