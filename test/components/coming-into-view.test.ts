import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { waitForReasonToRefetchConnection } from '../../src/session/live/reasons-to-refetch.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, eventually, part, mount } from '../support/page.js';

describe('a page that becomes visible again', () => {
  const now = Date.now.bind(Date);
  let lender: Lender;
  let list: HTMLElementTagNameMap['connection-list'];

  beforeEach(async () => {
    lender = await openLender();
    await lender.addConnection('gbol', 'Marlow Bakery');
    list = mount('connection-list', { session: lender.session });
    await part(list, 'status', 'Connected');
    // What keeps the session fresh loads a little later.
    await eventually(() => lender.session.connections.polling);
  });

  afterEach(() => {
    Date.now = now;
    lender.end();
    clear();
  });

  const pass = (milliseconds: number): void => {
    const before = Date.now;
    Date.now = () => before() + milliseconds;
    lender.tick(milliseconds);
  };

  /** The page was out of view for so many milliseconds. */
  const comeBackAfter = (milliseconds: number): void => {
    pass(milliseconds);
    window.dispatchEvent(new Event('focus'));
  };

  /** The person focuses a field of the page's own. */
  const fill = (): void => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    expect(document.activeElement).to.equal(field);
  };

  const deauthorize = (): void => {
    const [company] = lender.simulator.snapshot().companies;
    lender.simulator.deauthorize(company?.connections[0]?.id ?? '');
  };

  it('shows changes made while it was hidden', async () => {
    deauthorize();
    comeBackAfter(11_000);

    await part(list, 'status', 'Access lost');
  });

  it('refetches nothing after a moment’s absence', () => {
    comeBackAfter(1000);

    expect(lender.session.connections.resource.is).to.equal('ready');
  });

  it('refetches nothing when the person moves from field to field', () => {
    pass(60_000);
    fill();
    expect(lender.session.connections.resource.is).to.equal('ready');

    comeBackAfter(0);
    expect(lender.session.connections.resource.is).to.equal('loading');
  });

  it('reads the connection that the person signs in to, and not when a field gets focus', async () => {
    const stop = new AbortController();
    const reason = waitForReasonToRefetchConnection(new Set(), 'xero', 60_000, stop.signal);
    fill();
    expect(await Promise.race([reason, Promise.resolve('none')])).to.equal('none');

    comeBackAfter(0);
    expect(await reason).to.equal('visible');
    stop.abort();
  });

  it('reads it too when the person signed out and in again in the meantime', async () => {
    lender.session.end();
    await part(list, 'status', 'Connected');
    deauthorize();
    comeBackAfter(11_000);

    await part(list, 'status', 'Access lost');
  });

  it('refetches nothing once its session has ended and no element shows it', () => {
    list.remove();
    lender.session.end();
    const before = lender.requests.length;
    comeBackAfter(60_000);

    expect(lender.requests).to.have.length(before);
  });
});
