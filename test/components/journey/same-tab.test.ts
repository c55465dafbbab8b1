import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { createSession } from '../../../src/session/session.js';
import { openLender, type Lender } from '../../support/lender.js';
import { clear, eventually, nextEvent, part, parts, mount, press } from '../../support/page.js';
import { signIn } from '../../support/sign-in.js';
import { SignInWindow } from '../../support/sign-in-window.js';
import { ThisTab } from '../../support/this-tab.js';

const oneConnection = ({ url }: Request): boolean => /connections\/[^/]+$/.test(url);

type Picker = HTMLElementTagNameMap['platform-picker'];

describe('signing in by this tab', () => {
  let lender: Lender;
  let signInWindow: SignInWindow;
  let tab: ThisTab;

  beforeEach(async () => {
    lender = await openLender();
    signInWindow = new SignInWindow(lender);
    tab = new ThisTab();
  });

  afterEach(() => {
    tab.restore();
    signInWindow.restore();
    lender.end();
    clear();
  });

  const setUp = (opens = 'same-tab', session = lender.session): Picker =>
    mount('platform-picker', { session }, { 'source-types': 'Accounting', opens });

  /** Where this tab navigated to, once it has. */
  const destination = (): Promise<string> => eventually(() => tab.destinations.at(-1), 'the sign-in page');

  /** The page is unloaded, which cancels nothing: what it stored in the tab stays. */
  const leavePage = (): void => {
    const kept = Object.fromEntries(Object.entries<string>(sessionStorage));
    lender.session.end();
    clear();
    Object.assign(sessionStorage, kept);
  };

  /** The page that the person returns to shares no state with the one they left. */
  const returnToPage = (): Picker => {
    leavePage();
    return setUp('same-tab', lender.openSession());
  };

  /** A host that saves for as long as it is let. */
  const slowHost = (): { leaving: Promise<unknown>; saved: () => void } => {
    let saved = (): void => undefined;
    const saving = new Promise<void>((resolve) => (saved = resolve));
    document.addEventListener('codat-leaving', (event) => event.waitUntil(saving), { once: true });
    return { leaving: nextEvent('codat-leaving'), saved };
  };

  it('continues when the person returns, and notifies the host once', async () => {
    await press(setUp(), 'Xero');
    await signIn(lender, await destination(), 'Allow');
    const connected = nextEvent('codat-connected');
    const picker = returnToPage();

    await part(picker, 'panel-heading', 'Marlow Bakery is connected');
    expect((await connected).target).to.equal(picker);
  });

  for (const button of ['Cancel', 'Report an error'] as const)
    it(`offers a link for someone else after «${button}»`, async () => {
      await press(setUp(), 'Xero');
      await signIn(lender, await destination(), button);
      const picker = returnToPage();
      await part(picker, 'panel-heading', /^Xero isn’t connected|^Xero reported/);

      await press(picker, 'Someone else signs in to it?');
      await part(picker, 'panel-heading', 'Send a link for Xero');
    });

  it('doesn’t take the error of an earlier attempt for one of the attempt that the person returns from', async () => {
    await press(setUp(), 'Xero');
    await signIn(lender, await destination(), 'Report an error');
    const failed = returnToPage();
    await part(failed, 'panel-heading', /^Xero reported/);
    await press(failed, 'Start again');
    await eventually(() => tab.destinations.length === 2);

    await part(returnToPage(), 'panel-heading', 'Xero isn’t connected yet');
  });

  it('can’t tell a person who reconnects whether the organisation is the one before', async () => {
    const id = await lender.addConnection('gbol', 'Marlow Bakery');
    lender.simulator.deauthorize(id);
    const list = mount('connection-list', { session: lender.session });
    await press(list, 'Reconnect Xero');
    await press(list, 'Open it in this tab instead');
    await signIn(lender, await destination(), 'Allow');
    leavePage();
    const back = mount('connection-list', { session: lender.openSession() });

    await part(back, 'note', /We can’t check that this is the same organisation as before/);
  });

  it('offers the link of the same attempt while the gateway can’t read what became of it', async () => {
    await press(setUp(), 'Xero');
    const first = await destination();
    leavePage();
    let reads = 0;
    const fetch = (request: Request): Promise<Response> =>
      oneConnection(request) && ++reads > 1
        ? Promise.resolve(new Response('', { status: 503 }))
        : lender.fetch(request);
    const picker = setUp('same-tab', createSession({ tokenEndpoint: `${lender.baseUrl}/token`, fetch }));
    const link = (await part(picker, 'primary', 'Continue to Xero')).getAttribute('href') ?? '';

    const attemptIn = (url: string): string | null => new URL(url).searchParams.get('attempt');
    expect(attemptIn(first)).to.be.a('string');
    expect(attemptIn(link)).to.equal(attemptIn(first));
  });

  it('continues in the picker that the person left, whatever comes first on the page', async () => {
    const page = (session = lender.session): Picker => {
      mount('connection-list', { session });
      setUp('same-tab', session);
      return mount('platform-picker', { session }, { 'source-types': 'Banking', opens: 'same-tab' });
    };
    await press(page(), 'TrueLayer');
    await signIn(lender, await destination(), 'Allow');
    const connected = nextEvent('codat-connected');
    leavePage();
    const banking = page(lender.openSession());

    expect((await connected).target === banking).to.equal(true);
    await part(banking, 'panel-heading', 'Marlow Bakery is connected');
  });

  for (const [button, event] of [
    ['Allow', 'codat-connected'],
    ['Cancel', 'codat-abandoned'],
  ] as const)
    it(`shows the platforms of the step that the person returns to, after «${button}» for the step before`, async () => {
      await press(setUp(), 'Xero');
      await signIn(lender, await destination(), button);
      const ended = nextEvent(event);
      leavePage();
      const step = { 'source-types': 'Banking', opens: 'same-tab' };
      const banking = mount('platform-picker', { session: lender.openSession() }, step);
      await ended;

      await part(banking, 'tile', /TrueLayer/);
      expect(parts(banking, 'panel')).to.deep.equal([]);
    });

  for (const button of ['Allow', 'Cancel', 'Report an error'] as const)
    it(`opens the notes of the platform that the next step preselects, after «${button}» for the step before`, async () => {
      await press(setUp(), 'Xero');
      await signIn(lender, await destination(), button);
      leavePage();
      const banking = mount('platform-picker', { session: lender.openSession() }, { platform: 'upvr' });

      await part(banking, 'panel-heading', 'Checking with Xero');
      await part(banking, 'panel-heading', 'Connect TrueLayer');
    });

  it('stays on the page when the person cancels while the host is saving', async () => {
    const { leaving, saved } = slowHost();
    const picker = setUp();
    await press(picker, 'Xero');
    await leaving;
    await press(picker, 'Cancel');
    saved();

    const again = slowHost();
    await press(picker, 'Start again');
    await again.leaving;
    expect(tab.destinations).to.deep.equal([]);
    again.saved();
    await destination();
  });

  it('stays on the page when someone else signs in while the host is saving', async () => {
    const { leaving, saved } = slowHost();
    const picker = setUp();
    await press(picker, 'Xero');
    await leaving;
    await lender.signInAs('another');
    lender.session.end();
    saved();

    const again = slowHost();
    await press(picker, 'Xero');
    await again.leaving;
    expect(tab.destinations).to.deep.equal([]);
  });

  it('also continues if this tab navigated while a request to Codat was in progress', async () => {
    const picker = setUp('popup');
    await press(picker, 'Xero');
    await part(picker, 'panel-heading', 'Finish signing in at Xero');
    const { ready, release } = lender.holdResponse(oneConnection);
    window.dispatchEvent(new Event('focus'));
    await ready;
    await press(picker, 'Open it in this tab instead');
    await signIn(lender, await destination(), 'Allow');
    const back = returnToPage();
    release();

    await part(back, 'panel-heading', 'Marlow Bakery is connected');
  });

  it('keeps the pending return while the gateway can’t read the connection', async () => {
    await press(setUp(), 'Xero');
    await signIn(lender, await destination(), 'Allow');
    leavePage();
    const requested = new Promise<void>((resolve) => {
      const fetch = (request: Request): Promise<Response> => {
        if (!oneConnection(request)) return lender.fetch(request);
        resolve();
        return Promise.resolve(new Response('', { status: 503, headers: { 'Retry-After': '60' } }));
      };
      setUp('same-tab', createSession({ tokenEndpoint: `${lender.baseUrl}/token`, fetch }));
    });
    await requested;

    await part(returnToPage(), 'panel-heading', 'Marlow Bakery is connected');
  });

  it('clears the pending return of another company’s connection', async () => {
    await press(setUp(), 'Xero');
    await destination();
    await lender.signInAs('another');
    const picker = returnToPage();

    await eventually(() => sessionStorage.length === 0);
    await part(picker, 'tile', /Xero$/);
  });

  it('continues once the session is known, though that is after everything else has loaded', async () => {
    await press(setUp(), 'Xero');
    await signIn(lender, await destination(), 'Allow');
    leavePage();
    const viewed = nextEvent('codat-stepped');
    const picker = mount('platform-picker', {}, { 'source-types': 'Accounting' });
    await viewed;
    picker.session = lender.openSession();

    await part(picker, 'panel-heading', 'Marlow Bakery is connected');
  });

  it('moves focus to where the person continues, so that the status is announced', async () => {
    await press(setUp(), 'Xero');
    await signIn(lender, await destination(), 'Allow');
    const picker = returnToPage();

    const heading = await part(picker, 'panel-heading', 'Marlow Bakery is connected');
    await eventually(() => picker.shadowRoot?.activeElement === heading);
  });

  it('leaves focus where the person has put it since they returned', async () => {
    await press(setUp(), 'Xero');
    await signIn(lender, await destination(), 'Allow');
    const picker = returnToPage();
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();

    await part(picker, 'panel-heading', 'Marlow Bakery is connected');
    expect(document.activeElement).to.equal(field);
  });

  it('mentions no window, and links to the sign-in page again', async () => {
    const { ready, release } = lender.holdResponse(
      ({ method, url }) => method === 'POST' && url.endsWith('/connections'),
    );
    const picker = setUp();
    await press(picker, 'Xero');
    await ready;
    await part(picker, 'note', 'The sign-in page opens in a moment.');
    release();
    const link = await destination();

    await part(picker, 'note', 'You do that in this tab, and come back here afterwards.');
    await press(picker, 'Continue to Xero');
    await eventually(() => tab.destinations.length === 2);
    expect(tab.destinations).to.deep.equal([link, link]);
  });

  it('is not mentioned to a person whom the host takes to the sign-in page', async () => {
    const picker = setUp('auto');
    picker.openLink = () => undefined;
    await press(picker, 'Xero');

    await part(picker, 'note', 'The page for it has opened. This page moves on by itself when you are done.');
    await press(picker, 'Open it in this tab instead');
    await destination();
  });
});
