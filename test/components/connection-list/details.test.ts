import { expect } from '@open-wc/testing';
import { formatAgo } from '../../../src/components/format-date.js';
import { createSession } from '../../../src/index.js';
import { openLender, type Lender } from '../../support/lender.js';
import { clear, eventually, focused, nextEvent, part, parts, mount, press } from '../../support/page.js';

type List = HTMLElementTagNameMap['connection-list'];

const day = 24 * 60 * 60_000;

describe('the details in <connection-list>', () => {
  let lender: Lender;

  beforeEach(async () => {
    lender = await openLender();
  });

  afterEach(() => {
    lender.end();
    clear();
  });

  const setUp = async (): Promise<List> => {
    const list = mount('connection-list', { session: lender.session }, { lender: 'Larkspur', lang: 'en-GB' });
    await part(list, 'row');
    return list;
  };
  const open = async (list: List, platform: string): Promise<HTMLElement> => {
    await press(list, `More for ${platform}`);
    await press(list, 'Details');
    return part(list, 'details');
  };
  /** Each term with its description. */
  const reported = (details: HTMLElement): Record<string, string> =>
    Object.fromEntries(
      [...details.querySelectorAll('dt')].map((term) => [
        term.innerText,
        (term.nextElementSibling as HTMLElement).innerText,
      ]),
    );
  const exactly = (time: number) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(time);
  const requested = () => lender.requests.filter(({ url }) => url.includes('/data/history'));

  it('show the organisation, since when, the last sync, the data types, and the reference', async () => {
    const began = Date.now() - 3 * day;
    lender.tick(-3 * day);
    const id = await lender.addConnection('gbol', 'Marlow Bakery');
    lender.tick(3 * day);
    const list = await setUp();
    const details = await open(list, 'Xero');
    await eventually(() => reported(details)['What is read'] !== 'Loading');

    expect(reported(details)).to.deep.equal({
      Organisation: 'Marlow Bakery',
      'Connected since': exactly(began),
      'Last read': `${exactly(began + 20_000)} (${formatAgo(new Date(began + 20_000), 'en-GB')})`,
      'What is read':
        'Accounts, Bank accounts, Bills, Company details, Customers, Invoices, Profit and loss and Suppliers',
      Reference: id,
    });
    await expect(list).to.be.accessible();
  });

  it('say that nothing is known where it isn’t', async () => {
    await lender.addConnection('gbol');
    const details = await open(await setUp(), 'Xero');
    await eventually(() => reported(details)['What is read'] === 'Nothing yet');

    const { Organisation, Started, ...others } = reported(details);
    expect(Organisation).to.equal('Xero doesn’t say');
    expect(Started).to.match(/\d\d:\d\d$/);
    expect(others['Last read']).to.equal('Not yet');
  });

  it('request the data types when they are opened, for that connection alone', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    await lender.addConnection('qhnd', 'Marlow Bakery');
    const list = await setUp();
    expect(requested()).to.deep.equal([]);
    const details = await open(list, 'Banking Sandbox');

    await eventually(() => reported(details)['What is read'] !== 'Loading');
    expect(reported(details)['What is read']).to.equal(
      'Account balances, Bank accounts and Bank transactions',
    );
    expect(requested()).to.have.length(1);
  });

  it('request the data types once the menu opens, so that the question before disconnecting says them at once, and its buttons stay in place', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    await lender.addConnection('qhnd', 'Marlow Bakery');
    const list = await setUp();
    await press(list, 'More for Banking Sandbox');
    await eventually(() => requested().length === 1, 'a request');
    expect(parts(list, 'dialog')).to.deep.equal([]);
    await press(list, 'Disconnect');

    await part(list, 'dialog-text', /What is read: Account balances/);
    expect(requested()).to.have.length(1);
  });

  it('leave out data of another connection, should Codat ignore the filter', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    await lender.addConnection('qhnd', 'Marlow Bakery');
    const session = createSession({
      tokenEndpoint: `${lender.baseUrl}/token`,
      fetch: (request) => lender.fetch(new Request(request.url.replace(/\bquery=[^&]*&/, ''), request)),
    });
    const list = mount('connection-list', { session });
    const details = await open(list, 'Banking Sandbox');

    await eventually(() => reported(details)['What is read'] !== 'Loading');
    expect(reported(details)['What is read']).to.equal(
      'Account balances, Bank accounts and Bank transactions',
    );
    expect(requested().map(({ url }) => new URL(url).searchParams.has('query'))).to.deep.equal([false]);
    session.end();
  });

  it('show a message when that request fails, and the other details', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = await setUp();
    lender.simulator.faults.add({ path: /history/, trouble: { is: 'refused', status: 404 } });
    const failed = nextEvent('codat-failed');
    const details = await open(list, 'Xero');

    expect((await failed).error.kind).to.equal('missing');
    await eventually(() => reported(details)['What is read'] === 'We can’t load this right now.');
    expect(reported(details)['Organisation']).to.equal('Marlow Bakery');
  });

  it('are below the action of their row, on a phone too', async () => {
    lender.simulator.deauthorize(await lender.addConnection('gbol', 'Marlow Bakery'));
    await lender.addConnection('fztf');
    const list = await setUp();
    for (const width of [1000, 328, 240]) {
      list.style.inlineSize = `${width}px`;
      for (const [platform, action] of [
        ['Xero', 'Reconnect Xero'],
        ['Shopify', 'Finish connecting Shopify'],
      ] as const) {
        const details = await open(list, platform);
        const button = parts(list, 'way').find((way) => way.getAttribute('aria-label') === action);
        const row = details.closest('[part="row"]');
        const above = [...(row?.querySelectorAll('[part="why"], [part~="reference"]') ?? []), button]
          .filter((one) => !details.contains(one ?? null))
          .map((one) => one?.getBoundingClientRect().bottom ?? Infinity);

        expect(Math.max(...above), `${platform}, ${width} px wide`).to.be.at.most(
          details.getBoundingClientRect().top,
        );
        await press(list, 'Hide details');
        await eventually(() => parts(list, 'details').length === 0);
      }
    }
  });

  it('take focus when they are opened, and give it back when they are hidden', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = await setUp();
    await open(list, 'Xero');
    await eventually(() => focused(list) === 'Details of Xero');
    await press(list, 'Hide details');

    await eventually(() => parts(list, 'details').length === 0);
    expect(focused(list)).to.equal('More for Xero');
  });

  it('can be hidden by the menu too', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = await setUp();
    await open(list, 'Xero');
    await press(list, 'More for Xero');
    (await part(list, 'menu-item', 'Hide details')).click();

    await eventually(() => parts(list, 'details').length === 0);
    expect(focused(list)).to.equal('More for Xero');
  });

  it('are open for one connection at a time', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    await lender.addConnection('fbrh', 'Marlow Bakery');
    const list = await setUp();
    await open(list, 'Xero');
    await open(list, 'FreeAgent');

    await eventually(() => focused(list) === 'Details of FreeAgent');
    expect(parts(list, 'details')).to.have.length(1);
  });
});
