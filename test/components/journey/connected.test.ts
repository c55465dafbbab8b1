import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { eventually, mount, nextEvent, part, parts, press, recordEvents } from '../../support/page.js';
import { ActionsPage, choose, liveUpdates } from '../connection-list/actions-page.js';

describe('a picker that says what is connected', () => {
  let page: ActionsPage;

  beforeEach(async () => {
    page = new ActionsPage();
    await page.open();
  });

  afterEach(() => page.close());

  const setUp = async () => {
    const { session } = page.lender;
    const picker = mount('platform-picker', { session }, { 'source-types': 'Accounting' });
    const connected = nextEvent('codat-connected');
    await press(picker, 'Xero');
    await page.signIn.pressAndReturn('Allow');
    await part(picker, 'panel-heading', 'Marlow Bakery is connected');
    return { picker, id: (await connected).connection.id };
  };

  for (const [action, confirm, event] of [
    ['Disconnect', 'Disconnect', 'codat-disconnected'],
    ['Delete', 'Delete for good', 'codat-deleted'],
  ] as const)
    it(`shows its platforms again after «${action}» in the list, and tells the host nothing more`, async () => {
      const { picker } = await setUp();
      const list = await page.mount();
      const events = recordEvents();
      await choose(list, action);
      await press(list, confirm);
      await part(picker, 'tile', /^Xero/);

      expect(parts(picker, 'panel')).to.deep.equal([]);
      expect(events).to.deep.equal([event]);
    });

  it('shows them again when another tab has ended the connection, which the list announces', async () => {
    const { picker, id } = await setUp();
    const list = await page.mount();
    const other = page.lender.openSession();
    await part(mount('connection-list', { session: other }), 'status', 'Connected');
    await liveUpdates(page.lender.session, other);
    await other.unlink(id);

    await part(picker, 'tile', /^Xero/);
    await part(list, 'told', 'Xero: Disconnected');
  });

  it('keeps its panel while the connection is only read again', async () => {
    const { picker } = await setUp();
    page.lender.tick(11_000);
    await page.lender.session.connections.refresh();
    await picker.updateComplete;

    await part(picker, 'panel-heading', 'Marlow Bakery is connected');
  });

  it('asks no more about another organisation once another tab has deleted the connection', async () => {
    const id = await page.lender.addConnection('gbol', 'Marlow Bakery');
    page.lender.simulator.deauthorize(id);
    const list = await page.mount();
    const events = recordEvents();
    await press(list, 'Reconnect Xero');
    await page.signIn.pressAndReturn('Allow', 'Marlow Cafe');
    await part(list, 'panel-heading', 'You signed in for Marlow Cafe');
    const other = page.lender.openSession();
    await part(mount('connection-list', { session: other }), 'status', 'Connected');
    await liveUpdates(page.lender.session, other);
    await other.delete(id);

    await eventually(() => parts(list, 'panel').length === 0, 'no question');
    expect(events).to.deep.equal(['codat-started']);
  });
});
