import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { formatAgo } from '../../../src/components/format-date.js';
import { createSession } from '../../../src/index.js';
import { openLender, type Lender } from '../../support/lender.js';
import { clear, eventually, nextEvent, part, parts, mount, press, texts } from '../../support/page.js';
import { liveUpdates } from './actions-page.js';

const day = 24 * 60 * 60_000;

describe('<connection-list>', () => {
  let lender: Lender;

  beforeEach(async () => {
    lender = await openLender();
  });

  afterEach(() => {
    lender.end();
    clear();
  });

  const setUp = (attributes: Record<string, string> = {}): HTMLElementTagNameMap['connection-list'] =>
    mount(
      'connection-list',
      { session: lender.session },
      { lender: 'Larkspur', lang: 'en-GB', ...attributes },
    );

  it('says that nothing is connected', async () => {
    const list = setUp();

    await part(list, 'note', 'Nothing is connected yet.');
    await expect(list).to.be.accessible();
  });

  for (const hasData of [false, true])
    it(`is as tall while it loads as with a connection that ${hasData ? 'was read' : 'is new'}, however wide it is`, async () => {
      document.body.style.font = '16px/1.5 sans-serif';
      await lender.addConnection('gbol', 'Marlow Bakery');
      if (hasData) lender.tick(day);
      const pending = lender.holdResponse(({ url }) => url.includes('/connections?'));
      const widths = [300, 320, 360, 390, 430, 480, 530, 560, 640, 1200];
      const lists = widths.map((width) => {
        const list = setUp();
        list.style.inlineSize = `${width}px`;
        return list;
      });
      const heights = (): number[] => lists.map((list) => list.getBoundingClientRect().height);
      await pending.ready;
      for (const list of lists) await part(list, 'skeleton');
      const before = heights();
      pending.release();
      for (const list of lists) await part(list, 'row');

      const moved = heights().flatMap((height, index) => {
        const [width = 0, was = 0] = [widths[index], before[index]];
        return Math.abs(height - was) < 3 ? [] : [`${width} px wide: from ${was} to ${height}`];
      });
      expect(moved).to.deep.equal([]);
      document.body.removeAttribute('style');
    });

  it('says how many connections are unreadable and what to do, rather than that there are none', async () => {
    const fetch = async (request: Request): Promise<Response> =>
      request.url.includes('/connections?')
        ? Response.json({ results: [7], unreadable: 1 })
        : lender.fetch(request);
    const session = createSession({ tokenEndpoint: `${lender.baseUrl}/token`, fetch });
    const list = mount('connection-list', { session }, { lang: 'en-GB' });

    await part(list, 'note', '2 can’t be shown. Contact support if it happens again.');
    expect(list.matches(':state(empty)')).to.equal(false);
    expect(parts(list, 'row')).to.have.length(0);
    await expect(list).to.be.accessible();
    session.end();
  });

  it('shows each connection in words, those that need the person first, then the newest', async () => {
    lender.tick(-6 * day);
    const severed = await lender.addConnection('fbrh', 'Marlow Bakery');
    lender.tick(day);
    await lender.addConnection('gbol', 'Marlow Bakery');
    lender.tick(day);
    const lost = await lender.addConnection('tgff', 'Marlow Bakery');
    lender.tick(day);
    const failed = await lender.addConnection('qhyg');
    lender.tick(day);
    await lender.addConnection('rwuv');
    lender.tick(2 * day);
    lender.simulator.deauthorize(lost);
    lender.simulator.addError(failed, '500');
    await lender.openSession().unlink(severed);
    const list = setUp();
    await part(list, 'row');

    expect(texts(list, 'name')).to.deep.equal([
      'Zoho Books',
      'QuickBooks Online',
      'Sage Accounting · Marlow Bakery',
      'Xero · Marlow Bakery',
      'FreeAgent · Marlow Bakery',
    ]);
    expect(texts(list, 'status')).to.deep.equal([
      'Finish connecting',
      'Couldn’t connect',
      'Access lost',
      'Connected',
      'Disconnected',
    ]);
    await expect(list).to.be.accessible();
  });

  it('shows no failure when the person cancelled at the platform', async () => {
    lender.simulator.addError(await lender.addConnection('gbol'), '403');

    await part(setUp(), 'status', 'Finish connecting');
  });

  it('says since when, and when it was last synced, with the exact time in the tooltip', async () => {
    lender.tick(-3 * day);
    await lender.addConnection('gbol', 'Marlow Bakery');
    const began = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(Date.now() - 3 * day);
    lender.tick(3 * day);
    const list = setUp();
    const dates = await part(list, 'dates', /read/);

    const time = dates.querySelector('time');
    const ago = formatAgo(new Date(time?.dateTime ?? ''), 'en-GB');
    expect(dates.innerText.replace(/\s+/g, ' ')).to.equal(`since ${began} · read ${ago}`);
    expect(Number(new Date(time?.dateTime ?? ''))).to.be.closeTo(Date.now() - 3 * day, 60_000);
    expect(time?.title).to.match(/\d{4}.*\d\d:\d\d$/);
  });

  it('shows only the kinds of connection the host asks for', async () => {
    await lender.addConnection('gbol');
    await lender.addConnection('qhnd');
    const list = setUp({ 'source-types': 'Banking' });
    await part(list, 'row');

    expect(texts(list, 'name')).to.deep.equal(['Banking Sandbox']);
  });

  it('renders a logo if there is one, and a monogram until then', async () => {
    await lender.addConnection('gbol');
    const platforms = lender.holdResponse(({ url }) => url.endsWith('/platforms'));
    const row = await part(setUp(), 'row');
    await platforms.ready;

    const logo = row.querySelector('[part="logo"]') ?? row;
    // Firefox gives the content as it is written.
    expect(getComputedStyle(logo, '::before').content).to.be.oneOf(['"X"', 'attr(data-initial)']);
    expect(logo.getAttribute('data-initial')).to.equal('X');
    platforms.release();
    await eventually(() => row.querySelector('img')?.src.startsWith(`${lender.baseUrl}/assets/`));
  });

  it('changes nothing in a row that is rendered again with the same content', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = mount('connection-list', { session: lender.session });
    const status = await part(list, 'status', 'Connected');
    const row = await part(list, 'row');
    await list.updateComplete;
    const changes: MutationRecord[] = [];
    new MutationObserver((records) => changes.push(...records)).observe(row, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
    list.lender = 'Larkspur Lending';
    await list.updateComplete;

    expect(status.isConnected).to.equal(true);
    expect(changes.map(({ attributeName, type }) => attributeName ?? type)).to.deep.equal([]);
  });

  it('shows a status that Codat adds later, and says that it needs attention', async () => {
    const id = await lender.addConnection('gbol', 'Marlow Bakery');
    const session = createSession({
      tokenEndpoint: `${lender.baseUrl}/token`,
      fetch: async (request) => {
        const answer = await lender.gateway.fetch(request);
        if (!request.url.includes('/connections')) return answer;
        return new Response((await answer.text()).replace('"Linked"', '"Hibernating"'));
      },
    });
    const list = mount('connection-list', { session });

    await part(list, 'status', 'Needs attention');
    await expect(list).to.be.accessible();
    expect((await session.fetchConnection(id)).status).to.equal('Unknown');
    session.end();
  });

  it('shares one request with another list of the same session', async () => {
    await lender.addConnection('gbol');
    await Promise.all([part(setUp(), 'row'), part(setUp(), 'row')]);

    const requested = lender.requests.filter(({ url }) => url.includes('/connections'));
    expect(requested).to.have.length(1);
  });

  it('shares everything with elements that name the same token endpoint', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const fetch = window.fetch.bind(window);
    window.fetch = (input, init) => lender.fetch(new Request(input, init));
    const endpoint = { 'token-endpoint': `${lender.baseUrl}/token` };
    const list = mount('connection-list', {}, endpoint);
    const progress = mount('sync-progress', {}, endpoint);
    await Promise.all([part(list, 'row'), part(progress, 'bar')]);

    expect(lender.requests.filter(({ url }) => url.endsWith('/token'))).to.have.length(1);
    expect(lender.requests.filter(({ url }) => url.includes('/connections'))).to.have.length(1);
    window.fetch = fetch;
  });

  it('keeps its state when it is moved within the page', async () => {
    await lender.addConnection('gbol');
    const list = setUp();
    const elsewhere = document.createElement('section');
    document.body.append(elsewhere);
    elsewhere.append(list);
    const row = await part(list, 'row');
    document.body.append(list);

    expect(row.isConnected).to.equal(true);
    expect(lender.requests.filter(({ url }) => url.includes('/connections'))).to.have.length(1);
  });

  it('shows what another tab changed', async () => {
    const id = await lender.addConnection('gbol', 'Marlow Bakery');
    const list = setUp();
    await part(list, 'status', 'Connected');
    const other = lender.openSession();
    await part(mount('connection-list', { session: other }), 'status', 'Connected');
    await liveUpdates(lender.session, other);
    await other.unlink(id);

    await part(list, 'status', 'Disconnected');
  });

  it('says that the person is signed out, and shows everything once they are back', async () => {
    await lender.addConnection('gbol');
    lender.signOut();
    const failed = nextEvent('codat-failed');
    const list = setUp();
    expect((await failed).error.kind).to.equal('signed-out');
    await part(list, 'panel-heading', 'You are signed out');
    await expect(list).to.be.accessible();

    lender.signInAgain();
    await press(list, 'Try again');
    await part(list, 'row');
  });

  it('keeps its rows when a refetch fails, and notifies the host', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = setUp();
    await part(list, 'row');
    lender.signOut();
    const failed = nextEvent('codat-failed');
    void lender.session.connections.refresh();

    expect((await failed).error.kind).to.equal('signed-out');
    expect(parts(list, 'row')).to.have.length(1);
  });

  it('clears its rows when someone of another company signs in', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = setUp();
    await part(list, 'row');
    await lender.signInAs('another-customer');
    void lender.session.connections.refresh();

    await part(list, 'note', 'Nothing is connected yet.');
    expect(list.shadowRoot?.textContent).to.not.include('Marlow');
  });

  it('runs from right to left', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    document.body.dir = 'rtl';
    const list = setUp();
    const row = await part(list, 'row');
    const box = (name: string) => row.querySelector(`[part~="${name}"]`)?.getBoundingClientRect();

    expect(box('logo')?.left).to.be.above(box('name')?.right ?? Infinity);
    expect(box('menu-button')?.right).to.be.below(box('name')?.left ?? 0);
    document.body.removeAttribute('dir');
  });

  it('begins each name beside its logo on a phone, also where there is a reference', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = setUp();
    list.style.inlineSize = '328px';
    const row = await part(list, 'row');
    const startOf = (name: string): number =>
      row.querySelector(`[part~="${name}"]`)?.getBoundingClientRect().x ?? Number.NaN;
    const before = startOf('name');
    const reference = document.createElement('div');
    reference.textContent = 'Reference 934becc8-0f9c-4d8a-9d8e-4f1f6f5b1a60';
    row.querySelector('.what')?.append(reference);

    expect(startOf('name')).to.equal(before);
  });

  it('fits 280 pixels', async () => {
    await lender.addConnection('gbol', 'The Marlow Bakery and Confectionery Company of Great Marlow');
    const list = setUp();
    list.style.width = '280px';
    const row = await part(list, 'row');

    expect(row.scrollWidth).to.be.at.most(280);
  });
});
