import { expect } from '@open-wc/testing';
import { SharedEvent } from '../../../src/index.js';
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
import { signInByShareLink } from '../../support/sign-in.js';
import { SignInWindow } from '../../support/sign-in-window.js';

type Picker = HTMLElementTagNameMap['platform-picker'];

describe('<platform-picker> when someone else has the log-in', () => {
  let lender: Lender;
  let signIn: SignInWindow;

  const begin = async (settings: Parameters<typeof openLender>[0] = {}): Promise<void> => {
    lender = await openLender(settings);
    signIn = new SignInWindow(lender);
  };

  afterEach(() => {
    signIn.restore();
    lender.end();
    clear();
  });

  const setUp = (attributes: Record<string, string> = {}): Picker =>
    mount(
      'platform-picker',
      { session: lender.session },
      { 'source-types': 'Accounting', lender: 'Larkspur', ...attributes },
    );

  /** Asks for a link for Xero from among the platforms, and gets it. */
  const sendLink = async (picker: Picker): Promise<string> => {
    await press(picker, 'Someone else signs in to it?');
    await part(picker, 'note', 'Choose the platform they use. You get a link to send to them.');
    await press(picker, 'Xero');
    await part(picker, 'panel-heading', 'Send a link for Xero');
    await press(picker, 'Get the link');
    const link = await part(picker, 'link');
    if (!(link instanceof HTMLInputElement)) throw new Error('The link is in no field.');
    return link.value;
  };

  it('creates a link to send, for a platform without notes, and opens no window', async () => {
    await begin();
    const picker = setUp();
    const shared = nextEvent('codat-shared');
    const url = await sendLink(picker);

    expect(url).to.match(/^https:\/\/lender-\d+\.test\/codat\/share\/[\w-]{22}$/);
    await part(picker, 'panel-heading', 'Send this link to whoever has the Xero log-in');
    await part(picker, 'small', /^Works until .+2\d{3}/);
    expect((await shared).platform).to.deep.include({ key: 'gbol', name: 'Xero' });
    expect(signIn.opened).to.equal(0);
    await expect(picker).to.be.accessible();
  });

  it('dispatches no event that contains the link', async () => {
    await begin();
    const picker = setUp();
    const shared = nextEvent('codat-shared');
    const secret = (await sendLink(picker)).split('/').at(-1) ?? '';
    const event = await shared;

    expect(JSON.stringify(Object.entries(event))).to.not.include(secret);
    expect(event).to.be.instanceOf(SharedEvent);
    expect(event.shareId).to.match(/^[0-9a-f]{64}$/);
  });

  it('offers it in every state that needs a log-in', async () => {
    await begin();
    const picker = setUp();
    await press(picker, 'Sage 50 (UK)');
    await part(picker, 'panel-heading', 'Connect Sage 50 (UK)');
    await press(picker, 'Someone else signs in to it?');
    await part(picker, 'panel-heading', 'Send a link for Sage 50 (UK)');
    await press(picker, 'Back to all platforms');

    await press(picker, 'Xero');
    await part(picker, 'panel-heading', 'Finish signing in at Xero');
    await press(picker, 'Cancel');
    await press(picker, 'Someone else signs in to it?');
    await part(picker, 'panel-heading', 'Send a link for Xero');
    expect(signIn.closed).to.be.at.least(1);
  });

  it('leads back to signing in oneself', async () => {
    await begin();
    const picker = setUp();
    await press(picker, 'Someone else signs in to it?');
    await press(picker, 'I have the log-in myself');
    await press(picker, 'Xero');

    await part(picker, 'panel-heading', 'Finish signing in at Xero');
  });

  it('copies the link, and announces whether it succeeded', async () => {
    await begin();
    const picker = setUp();
    const url = await sendLink(picker);
    const clipboard = new Clipboard();
    await press(picker, 'Copy the link');
    await part(picker, 'told', 'Copied');

    clipboard.refuses = true;
    await press(picker, 'Copy the link');
    await part(picker, 'told', 'Your browser doesn’t copy it. Select it and copy it yourself.');
    expect(clipboard.restore()).to.deep.equal([url]);
  });

  it('says until when the link works once', async () => {
    await begin();
    const picker = setUp();
    await sendLink(picker);

    expect(texts(picker, 'panel')[0]?.match(/Works until/g)).to.have.length(1);
  });

  /** Gives the browser a share sheet. */
  const withShareSheet = (share: () => Promise<void>): ShareData[] => {
    const shared: ShareData[] = [];
    const value = { canShare: () => true, share: (data: ShareData) => (shared.push(data), share()) };
    for (const [name, method] of Object.entries(value))
      Object.defineProperty(navigator, name, { configurable: true, value: method });
    return shared;
  };

  afterEach(() => {
    for (const name of ['canShare', 'share']) Reflect.deleteProperty(navigator, name);
  });

  it('hands the link to the person’s own apps first, where the browser has a share sheet', async () => {
    await begin();
    const shared = withShareSheet(() => Promise.resolve());
    const picker = setUp();
    const url = await sendLink(picker);
    await press(picker, 'Send the link');

    const title = 'Larkspur asks to connect Xero';
    expect(shared).to.deep.equal([{ title, text: title, url }]);
    expect(texts(picker, 'primary')).to.deep.equal(['Send the link']);
    expect(texts(picker, 'button').slice(0, 4)).to.deep.equal([
      'Back to all platforms',
      'Send the link',
      'Copy the link',
      'Send it by email',
    ]);
    await expect(picker).to.be.accessible();
  });

  it('copies the link where the share sheet doesn’t open, and not where the person closes it', async () => {
    await begin();
    let reason = 'AbortError';
    withShareSheet(() => Promise.reject(new DOMException('no', reason)));
    const picker = setUp();
    const url = await sendLink(picker);
    const clipboard = new Clipboard();
    await press(picker, 'Send the link');
    reason = 'NotAllowedError';
    await press(picker, 'Send the link');

    await part(picker, 'told', 'Copied');
    expect(clipboard.restore()).to.deep.equal([url]);
  });

  it('leads with copying where there is no share sheet', async () => {
    await begin();
    withShareSheet(() => Promise.resolve());
    Object.defineProperty(navigator, 'canShare', { configurable: true, value: () => false });
    const picker = setUp();
    await sendLink(picker);

    expect(texts(picker, 'primary')).to.deep.equal(['Copy the link']);
  });

  it('writes the mail: who asks, for what, by which link and until when', async () => {
    await begin();
    const picker = setUp();
    const url = await sendLink(picker);
    const mail = await part(picker, 'button', 'Send it by email');
    const { searchParams } = new URL(mail.getAttribute('href') ?? '');

    expect(searchParams.get('subject')).to.equal('Larkspur asks to connect Xero');
    expect(searchParams.get('body')).to.include(url).and.include('It works until ');
  });

  it('shows the connection when the other person has signed in, and notifies the host once', async () => {
    await begin();
    const picker = setUp();
    const events = recordEvents(['shared', 'started', 'connected', 'abandoned', 'failed']);
    const url = await sendLink(picker);
    await signInByShareLink(lender, url, 'Allow');
    window.dispatchEvent(new Event('focus'));

    await part(picker, 'panel-heading', 'Marlow Bakery is connected');
    expect(events).to.deep.equal(['codat-shared', 'codat-connected']);
  });

  it('shows the status of each link when the person returns, and withdraws one', async () => {
    await begin();
    const url = await sendLink(setUp());
    clear();
    const picker = mount(
      'platform-picker',
      { session: lender.openSession() },
      { 'source-types': 'Accounting' },
    );
    await part(picker, 'share', /^Xero Not opened yet · Works until .* Withdraw$/);
    await expect(picker).to.be.accessible();
    await press(picker, 'Withdraw the link for Xero');

    const share = await part(picker, 'share', 'Xero Withdrawn');
    expect(share.querySelector('[role="status"]')?.textContent.trim()).to.equal('Withdrawn');
    expect(picker.shadowRoot?.activeElement).to.equal(share);
    expect((await lender.gateway.fetch(new Request(url))).status).to.equal(404);
  });

  it('withdraws a link once, however fast a person clicks twice', async () => {
    await begin();
    const picker = setUp();
    await sendLink(picker);
    const control = await eventually(() =>
      [...(picker.shadowRoot?.querySelectorAll('button') ?? [])].find(
        (one) => one.getAttribute('aria-label') === 'Withdraw the link for Xero' && one.checkVisibility(),
      ),
    );
    control.click();
    control.click();
    await part(picker, 'panel-heading', 'The link for Xero is withdrawn');

    expect(lender.requests.filter(({ method }) => method === 'DELETE')).to.have.length(1);
  });

  it('shows an error when a link can’t be withdrawn, and keeps its status', async () => {
    await begin();
    const picker = setUp();
    await sendLink(picker);
    lender.signOut();
    const failed = nextEvent('codat-failed');
    await press(picker, 'Withdraw the link for Xero');

    expect((await failed).error.kind).to.equal('signed-out');
    await part(picker, 'note', /^You are signed out/);
    await part(picker, 'panel-heading', 'Send this link to whoever has the Xero log-in');
  });

  it('shows that a link was withdrawn meanwhile, and creates another', async () => {
    await begin();
    const picker = setUp();
    await sendLink(picker);
    await press(picker, 'Withdraw the link for Xero');
    await part(picker, 'panel-heading', 'The link for Xero is withdrawn');
    expect(parts(picker, 'link')).to.deep.equal([]);
    await press(picker, 'Make another link');
    await press(picker, 'Get the link');

    await part(picker, 'panel-heading', 'Send this link to whoever has the Xero log-in');
  });

  it('creates no more links than the gateway allows, and leads to the existing ones', async () => {
    await begin();
    const picker = setUp();
    await sendLink(picker);
    for (let made = 1; made < 10; made++) {
      await lender.session.send('../../../shares', () => undefined, {
        method: 'POST',
        body: { platformKey: 'gbol' },
      });
    }
    await press(picker, 'Back to all platforms');
    await press(picker, 'Someone else signs in to it?');
    await press(picker, 'Xero');
    await press(picker, 'Get the link');

    await part(picker, 'panel-heading', 'There are many links already');
    await press(picker, 'Choose another platform');
    await eventually(() => parts(picker, 'share').length === 10);
  });

  it('creates no link without the consent that the host requires', async () => {
    const sections = [{ title: 'Purpose', body: 'To decide on your loan.' }];
    await begin({ consents: [{ version: '1', locale: 'en', sections, agree: 'Larkspur may read it.' }] });
    const picker = setUp({ consent: '' });
    await press(picker, 'Someone else signs in to it?');
    await press(picker, 'Xero');
    const box = (await part(picker, 'agree')).querySelector('input');
    await press(picker, 'Get the link');
    await part(picker, 'missing', 'Tick the box to go on.');
    expect(texts(picker, 'link')).to.deep.equal([]);

    box?.click();
    await press(picker, 'Get the link');
    await part(picker, 'panel-heading', 'Send this link to whoever has the Xero log-in');
  });

  it('offers no second accounting platform by a link while one is connected', async () => {
    await begin();
    await lender.addConnection('gbol', 'Marlow Bakery');
    const picker = setUp();
    await part(picker, 'tile', /Xero Connected$/);
    await press(picker, 'Someone else signs in to it?');
    await press(picker, 'FreeAgent');

    await part(picker, 'panel-heading', 'Xero is connected');
    expect(texts(picker, 'button')).to.deep.equal(['Back to all platforms']);
  });
});
