import { expect } from '@open-wc/testing';
import { parseShareLink } from '../../../src/api/schemas/share-link.js';
import '../../../src/index.js';
import { createSession, type Session } from '../../../src/session/session.js';
import { Clipboard } from '../../support/clipboard.js';
import { openLender, type Lender } from '../../support/lender.js';
import {
  clear,
  eventually,
  nextEvent,
  part,
  parts,
  mount,
  press,
  recordEvents,
  texts,
} from '../../support/page.js';
import { signIn, signInByShareLink, type SignInButton } from '../../support/sign-in.js';
import { SignInWindow } from '../../support/sign-in-window.js';

type Result = HTMLElementTagNameMap['connection-result'];

/** How much of its plate an icon fills, from one end of its lines to the other. */
function drawnShare(mark: HTMLElement): number {
  const plate = mark.querySelector('svg')?.getBoundingClientRect().width ?? 0;
  const path = [...mark.querySelectorAll('path')].find((line) => line.checkVisibility());
  const { width = 0, height = 0 } = path?.getBBox() ?? {};
  return (Math.max(width, height) * (path?.getScreenCTM()?.d ?? 0)) / plate;
}

describe('<connection-result>', () => {
  const address = location.href;
  const close = window.close.bind(window);
  let lender: Lender;

  beforeEach(async () => {
    // It would end the tests.
    window.close = () => undefined;
    lender = await openLender();
  });

  afterEach(() => {
    // WebKit allows a hundred changes in ten seconds.
    if (location.href !== address) history.replaceState(null, '', address);
    window.close = close;
    lender.end();
    clear();
  });

  /** Returns to this page, with the gateway's fragment after the `#`. */
  const openReturnPage = (fragment: string, attributes: Record<string, string> = {}): Result => {
    history.replaceState(null, '', `${address}${fragment && `#codat=${fragment}`}`);
    return mount(
      'connection-result',
      { session: lender.openSession() },
      { lender: 'Larkspur', ...attributes },
    );
  };

  const ticketFor = async (button: SignInButton): Promise<string> => {
    const { linkUrl = '' } = await lender.session.connect('gbol');
    return signIn(lender, linkUrl, button);
  };

  it('removes the ticket from the address before any request', async () => {
    const ticket = await ticketFor('Allow');
    const before = lender.requests.length;
    openReturnPage(ticket);

    expect(location.href).to.equal(address);
    expect(lender.requests).to.have.length(before);
  });

  it('starts the check in its first rendering: Lit would warn of a second one in development', async () => {
    const result = openReturnPage(await ticketFor('Allow'));

    expect(await result.updateComplete, 'no other rendering is pending').to.be.true;
    await part(result, 'panel-heading', 'Xero is connected');
  });

  it('announces the outcome, whenever it comes: the region is there while it is being checked', async () => {
    const ticket = await ticketFor('Allow');
    const { release } = lender.holdResponse(({ url }) => url.includes('/return'));
    const result = openReturnPage(ticket);
    const region = await part(result, 'panel');
    expect(region.getAttribute('role')).to.equal('status');
    release();
    await part(result, 'panel-heading', 'Xero is connected');

    expect(await part(result, 'panel')).to.equal(region);
  });

  const [onward, back] = ['Continue to Larkspur', 'Go back to Larkspur'];
  const outcomes: readonly [button: SignInButton, title: string, advice: string, link: string][] = [
    [
      'Allow',
      'Xero is connected',
      'Larkspur can read your data now. You can disconnect at any time.',
      onward,
    ],
    ['Cancel', 'Xero isn’t connected', 'You cancelled at the sign-in page. Nothing was shared.', back],
    ['Report an error', 'Xero isn’t connected', 'Xero reported a problem. Go back to try again.', back],
    ['Not supported', 'Xero can’t be connected here', 'Go back to choose another platform.', back],
  ];
  for (const [button, title, advice, link] of outcomes) {
    it(`shows the outcome when the person pressed «${button}», and notifies the host`, async () => {
      const returned = nextEvent('codat-returned');
      const result = openReturnPage(await ticketFor(button), { 'continue-to': '/apply' });

      await part(result, 'panel-heading', title);
      expect(texts(result, 'note')).to.deep.equal([advice]);
      expect((await returned).result.platformName).to.equal('Xero');
      expect((await part(result, 'primary', link)).getAttribute('href')).to.equal('/apply');
      expect(texts(result, 'button')).to.deep.equal([link, 'Close this window']);
      expect(drawnShare(await part(result, 'mark')), 'half of the plate').to.be.closeTo(0.5, 0.06);
      await expect(result).to.be.accessible();
    });
  }

  it('still shows it when the page renders it again or is reloaded, sends one request per page and notifies the host once', async () => {
    const notified = recordEvents(['returned']);
    const ticket = await ticketFor('Allow');
    const first = openReturnPage(ticket);
    const { session } = first;
    first.remove();
    const again = mount('connection-result', { session });
    await part(again, 'panel-heading', 'Xero is connected');
    again.remove();
    await part(mount('connection-result', { session }), 'panel-heading', 'Xero is connected');
    const statuses = (): number => lender.requests.filter(({ url }) => url.endsWith('/return/status')).length;
    expect([notified.length, statuses()]).to.deep.equal([1, 1]);

    // A page that is loaded anew knows what the tab keeps, and nothing else.
    const kept = Object.fromEntries(Object.entries<string>(sessionStorage));
    lender.end();
    clear();
    Object.assign(sessionStorage, kept);
    await part(
      mount('connection-result', { session: lender.openSession() }),
      'panel-heading',
      'Xero is connected',
    );
    expect([notified.length, statuses()]).to.deep.equal([1, 2]);
  });

  it('shows nothing of a ticket to someone of another company, nor after the session has ended', async () => {
    const result = openReturnPage(await ticketFor('Allow'));
    await part(result, 'panel-heading', 'Xero is connected');
    result.session?.end();
    result.remove();

    expect(Object.keys(sessionStorage)).to.deep.equal([]);
    const heading = await part(
      mount('connection-result', { session: lender.openSession() }),
      'panel-heading',
    );
    expect(heading.innerText).not.to.contain('is connected');
  });

  it('shows nothing of a ticket to someone of another company who loads the page again in the same tab', async () => {
    await part(openReturnPage(await ticketFor('Allow')), 'panel-heading', 'Xero is connected');
    const kept = Object.fromEntries(Object.entries<string>(sessionStorage));
    lender.end();
    clear();
    Object.assign(sessionStorage, kept);
    await lender.signInAs('another');
    const session = lender.openSession();
    await session.loadCompanyId();

    await part(
      mount('connection-result', { session }),
      'panel-heading',
      'We can’t tell what happened from here',
    );
  });

  it('shows nothing of it to someone of another company where a header of the host’s says who that is', async () => {
    const companies = new Map<string, string>();
    lender.end();
    lender = await openLender({
      company: ({ headers }) => companies.get(headers.get('X-Customer') ?? '') ?? null,
    });
    const { baseUrl, fetch, gateway } = lender;
    const openAs = async (customer: string): Promise<Session> => {
      companies.set(customer, await gateway.ensureCompany({ reference: customer }));
      return createSession({
        tokenEndpoint: `${baseUrl}/token`,
        headers: { 'X-Customer': customer },
        fetch,
      });
    };
    const own = await openAs('one');
    const { linkUrl = '' } = await own.connect('gbol');
    const ticket = await signInByShareLink(lender, linkUrl, 'Allow');
    history.replaceState(null, '', `${address}#codat=${ticket}`);
    await part(mount('connection-result', { session: own }), 'panel-heading', 'Xero is connected');
    const kept = Object.fromEntries(Object.entries<string>(sessionStorage));
    own.end();
    clear();
    Object.assign(sessionStorage, kept);
    const session = await openAs('another');
    await session.loadCompanyId();

    await part(
      mount('connection-result', { session }),
      'panel-heading',
      'We can’t tell what happened from here',
    );
    session.end();
    sessionStorage.clear();
  });

  it('shows «not yet» when there is no outcome', async () => {
    const ticket = await ticketFor('Allow');
    const [connection] = lender.simulator.snapshot().companies.flatMap(({ connections }) => connections);
    lender.simulator.deauthorize(connection?.id ?? '');

    await part(openReturnPage(ticket), 'panel-heading', 'Xero isn’t connected yet');
  });

  const guests: readonly [button: SignInButton, title: string, advice: string][] = [
    [
      'Allow',
      'Xero is connected',
      'You can close this window. Whoever sent you the link can see that you are done.',
    ],
    [
      'Cancel',
      'Xero isn’t connected',
      'You cancelled at the sign-in page, and nothing was shared. Your link still works.',
    ],
    [
      'Report an error',
      'Xero isn’t connected',
      'Xero reported a problem. Open your link once more to try again.',
    ],
    [
      'Not supported',
      'Xero can’t be connected here',
      'Larkspur can’t take it. Tell whoever sent you the link.',
    ],
  ];
  for (const [button, title, advice] of guests) {
    it(`shows the outcome of «${button}» to whoever was sent a link, and leads them nowhere`, async () => {
      const { url = '' } = await lender.session.send('../../../shares', parseShareLink, {
        method: 'POST',
        body: { platformKey: 'gbol' },
      });
      lender.signOut();
      const result = openReturnPage(await signInByShareLink(lender, url, button), {
        'continue-to': '/apply',
      });
      result.innerHTML = '<a slot="next" href="/quote">See your quote</a>';

      await part(result, 'panel-heading', title);
      expect(texts(result, 'note')).to.deep.equal([advice]);
      expect(texts(result, 'button')).to.deep.equal(['Close this window']);
      expect(result.querySelector('a')?.checkVisibility()).to.equal(false);
      await expect(result).to.be.accessible();
    });
  }

  it('shows the true outcome to someone who isn’t signed in here', async () => {
    const ticket = await ticketFor('Allow');
    lender.signOut();

    await part(openReturnPage(ticket), 'panel-heading', 'Xero is connected');
  });

  it('notifies the page the person came from, which continues by itself', async () => {
    const window = new SignInWindow(lender);
    const picker = mount('platform-picker', { session: lender.session }, { 'source-types': 'Accounting' });
    await press(picker, 'Xero');
    const ticket = await window.press('Allow');
    openReturnPage(ticket);

    await part(picker, 'panel-heading', 'Marlow Bakery is connected');
    window.restore();
  });

  describe('in the sign-in window of a page that waits', () => {
    let signInWindow: SignInWindow;

    afterEach(() => signInWindow.restore());

    /** Returns from the sign-in that a picker waits for. */
    const openWhileWaiting = async (button: SignInButton): Promise<Result> => {
      signInWindow = new SignInWindow(lender);
      const picker = mount('platform-picker', { session: lender.session }, { 'source-types': 'Accounting' });
      await press(picker, 'Xero');
      return openReturnPage(await signInWindow.press(button), { 'continue-to': '/apply' });
    };

    for (const [button, title] of [
      ['Allow', 'Xero is connected'],
      ['Cancel', 'Xero isn’t connected'],
    ] as const)
      it(`closes after «${button}», and says so first`, async () => {
        let said: string[] = [];
        const closed = new Promise<void>((resolve) => {
          window.close = () => {
            said = [...texts(result, 'panel-heading'), ...texts(result, 'note')];
            resolve();
          };
        });
        const result = await openWhileWaiting(button);
        await closed;

        expect(said).to.deep.equal([title, 'You can go on in the other window. This one closes by itself.']);
      });

    it('offers to close it first and the link second, where the browser keeps it open', async () => {
      window.close = () => undefined;
      const result = await openWhileWaiting('Allow');

      await part(result, 'note', 'You can go on in the other window, and close this one.');
      expect(texts(result, 'primary')).to.deep.equal(['Close this window']);
      expect(texts(result, 'quiet')).to.deep.equal(['Continue to Larkspur']);
      await expect(result).to.be.accessible();

      await press(result, 'Close this window');
      await part(result, 'note', 'Your browser keeps this window open. You can close it yourself.');
    });

    it('leaves it to the host that has put something else in its place', async () => {
      let closed = 0;
      window.close = () => closed++;
      const result = await openWhileWaiting('Allow');
      await part(result, 'note', /This one closes by itself/);
      result.remove();
      const later = mount('connection-result', { session: result.session });
      await part(later, 'note', /This one closes by itself/);
      await eventually(() => closed > 0);

      expect(closed, 'by the later one alone').to.equal(1);
    });

    it('stays open after a sign-in for which no page waits, such as one in this tab', async () => {
      let closed = 0;
      window.close = () => closed++;
      const { id, linkUrl = '' } = await lender.session.connect('qhyg');
      const mine = new URL(linkUrl);
      mine.searchParams.set('attempt', 'of_a_page_that_has_gone');
      mount('platform-picker', { session: lender.session }, { 'source-types': 'Accounting' });
      const result = openReturnPage(await signIn(lender, mine.href, 'Cancel'), { 'continue-to': '/apply' });
      await part(result, 'primary', 'Go back to Larkspur');
      // As the same return page does in another tab.
      const { companyId } = lender.session;
      const other = new BroadcastChannel(`codat-connect-elements:${companyId}`);
      other.postMessage({
        is: 'returned',
        connection: id,
        attempt: 'of_a_page_that_has_gone',
      });
      await openWhileWaiting('Cancel');
      await eventually(() => closed > 0);
      other.close();

      expect(closed, 'by the later one alone').to.equal(1);
      expect(texts(result, 'primary')).to.deep.equal(['Go back to Larkspur']);
    });
  });

  for (const [what, fragment, buttons] of [
    // Whoever opened the page themselves has no sign-in window to close.
    ['no ticket', '', [back]],
    ['a return the gateway could make nothing of', 'unknown', [back, 'Close this window']],
    ['a ticket that is none, or is too old', 'not-a-ticket', [back, 'Close this window']],
  ] as const) {
    it(`says that the outcome is unknown, and where to look, with ${what}`, async () => {
      const result = openReturnPage(fragment, { 'continue-to': '/apply' });

      await part(result, 'panel-heading', 'We can’t tell what happened from here');
      expect(texts(result, 'note')).to.deep.equal(['Go back to Larkspur to see whether you are connected.']);
      await part(result, 'primary', back);
      expect(texts(result, 'button')).to.deep.equal(buttons);
      expect(drawnShare(await part(result, 'mark')), 'half of the plate').to.be.closeTo(0.5, 0.06);
      expect(location.href).to.equal(address);
      expect(Object.keys(sessionStorage), 'nothing to ask for again after a reload').to.deep.equal([]);
      await expect(result).to.be.accessible();
    });
  }

  it('leaves the page’s own fragment alone', async () => {
    history.replaceState(null, '', `${address}#terms`);
    const result = mount('connection-result', { session: lender.openSession() });
    await part(result, 'panel-heading', 'We can’t tell what happened from here');

    expect(location.hash).to.equal('#terms');
  });

  it('never shows text from the address', async () => {
    const mark = 'forged-by-someone';
    const query = new URLSearchParams({
      connectionId: mark,
      statusCode: mark,
      platformName: mark,
      state: mark,
    });
    history.replaceState(null, '', `?${query.toString()}#codat=${mark}`);
    const result = mount('connection-result', { session: lender.openSession() });
    await part(result, 'panel-heading', 'We can’t tell what happened from here');

    expect(result.shadowRoot?.innerHTML).to.not.include(mark);
    expect(location.search).to.include(mark);
  });

  it('offers to retry when Codat can’t be reached, and does', async () => {
    const ticket = await ticketFor('Allow');
    const mend = lender.simulator.faults.add({ trouble: { is: 'refused', status: 500 } });
    const failed = nextEvent('codat-failed');
    const result = openReturnPage(ticket, { 'continue-to': '/apply' });
    await part(result, 'panel-heading', 'This service can’t be reached right now');
    expect(texts(result, 'note')).to.deep.equal(['Nothing is lost. Try again in a moment.']);
    expect(texts(result, 'primary')).to.deep.equal(['Try again']);
    const { error } = await failed;
    expect(texts(result, 'reference')).to.deep.equal([`Reference ${error.correlationId ?? '–'}`]);
    const [reference = result] = parts(result, 'reference');
    // Safari has only the prefixed name, and no shorthand with a style.
    const style = getComputedStyle(reference);
    const names = ['-webkit-user-select', 'text-decoration-line', 'text-decoration-style'];
    expect(names.map((name) => style.getPropertyValue(name))).to.deep.equal(['all', 'underline', 'dotted']);
    const clipboard = new Clipboard();
    await press(result, `Reference ${error.correlationId ?? '–'}`);
    await part(result, 'told', 'Copied');
    expect(clipboard.restore()).to.deep.equal([error.correlationId]);
    await expect(result).to.be.accessible();

    mend();
    (await part(result, 'button', 'Try again')).focus();
    await press(result, 'Try again');
    const heading = await part(result, 'panel-heading', 'Xero is connected');
    expect(result.shadowRoot?.activeElement).to.equal(heading);
  });

  it('retries when it is put elsewhere on the page after it failed', async () => {
    const ticket = await ticketFor('Allow');
    const mend = lender.simulator.faults.add({ trouble: { is: 'refused', status: 500 } });
    const result = openReturnPage(ticket);
    await part(result, 'panel-heading', 'This service can’t be reached right now');
    mend();
    document.body.appendChild(document.createElement('section')).append(result);

    await part(result, 'panel-heading', 'Xero is connected');
  });

  it('keeps its outcome, and notifies the host once, when it is moved within the page', async () => {
    const events = recordEvents();
    const result = openReturnPage(await ticketFor('Allow'));
    await part(result, 'panel-heading', 'Xero is connected');
    document.body.appendChild(document.createElement('section')).append(result);
    await result.updateComplete;

    expect(texts(result, 'panel-heading')).to.deep.equal(['Xero is connected']);
    expect(events).to.deep.equal(['codat-returned']);
  });

  it('notifies the host on the document if it has left the page before the response', async () => {
    const ticket = await ticketFor('Allow');
    const answer = lender.holdResponse(({ url }) => url.endsWith('/return/status'));
    const result = openReturnPage(ticket);
    await eventually(() => lender.requests.some(({ url }) => url.endsWith('/return/status')), 'a question');
    await answer.ready;
    result.remove();
    const returned = nextEvent('codat-returned');
    answer.release();

    expect((await returned).target).to.equal(document);
  });

  it('says that the window can be closed when the browser keeps it open', async () => {
    window.close = () => undefined;
    const result = openReturnPage('');
    await press(result, 'Close this window');

    await part(result, 'note', 'Your browser keeps this window open. You can close it yourself.');
    await expect(result).to.be.accessible();
  });

  it('shows the host’s slotted content in place of the link onward', async () => {
    const result = openReturnPage('', { 'continue-to': '/apply' });
    result.innerHTML = '<a slot="next" href="/quote">See your quote</a>';
    await part(result, 'panel');

    await eventually(() => parts(result, 'primary').length === 0);
  });

  it('waits for a session that a page sets later, and then sends one request', async () => {
    history.replaceState(null, '', `${address}#codat=${await ticketFor('Allow')}`);
    const result = mount('connection-result', {}, { lender: 'Larkspur' });
    await part(result, 'panel-heading', 'Checking your connection');
    expect(result.matches(':state(loading)')).to.equal(true);
    const before = lender.requests.length;
    result.session = lender.openSession();

    await part(result, 'panel-heading', 'Xero is connected');
    await result.updateComplete;
    expect(lender.requests.slice(before).map(({ url }) => new URL(url).pathname)).to.deep.equal([
      '/codat/return/status',
    ]);
  });

  it('says that the outcome is unknown without a ticket, even if the host has set no token endpoint', async () => {
    await part(mount('connection-result', {}), 'panel-heading', 'We can’t tell what happened from here');
  });

  it('runs from right to left', async () => {
    const result = openReturnPage('unknown', { 'continue-to': '/apply', dir: 'rtl' });
    const [onward, shut] = [await part(result, 'primary'), await part(result, 'button', 'Close this window')];

    expect(onward.getBoundingClientRect().left).to.be.above(shut.getBoundingClientRect().left);
  });

  it('shows the outcome on a page whose base is at another origin', async () => {
    const ticket = await ticketFor('Allow');
    const base = document.createElement('base');
    base.href = 'https://cdn.example/app/';
    document.head.append(base);
    try {
      const result = openReturnPage(ticket);
      await part(result, 'panel-heading', /is connected/);
      expect(location.href).to.equal(address);
    } finally {
      base.remove();
    }
  });
});
