import { expect } from '@open-wc/testing';
import {
  createGateway,
  type ConsentText,
  type ConsentReceipt,
  type GatewaySettings,
} from '../../../src/gateway/index.js';
import { createSession } from '../../../src/index.js';
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
import { SignInWindow } from '../../support/sign-in-window.js';

const consent = (version: string, locale: string, agree: string): ConsentText => ({
  version,
  locale,
  sections: [
    { title: 'Purpose', body: 'To decide on your loan.' },
    { title: 'Retention', body: 'Seven years.\nThen it is deleted.' },
  ],
  agree,
});

const english = consent('1', 'en-GB', 'Larkspur may read the data of my business.');
const french = consent('1', 'fr', 'Larkspur peut lire les données de mon entreprise.');

describe('<platform-picker> of a host that asks for consent', () => {
  let lender: Lender;
  let signIn: SignInWindow;
  let kept: ConsentReceipt[];

  const asking: Partial<GatewaySettings> = {
    consents: [english, french],
    onConsent: (receipt) => kept.push(receipt),
  };

  const begin = async (settings = asking): Promise<void> => {
    kept = [];
    lender = await openLender(settings);
    signIn = new SignInWindow(lender);
  };

  afterEach(() => {
    signIn.restore();
    lender.end();
    clear();
  });

  const setUp = (attributes: Record<string, string> = {}): HTMLElementTagNameMap['platform-picker'] =>
    mount(
      'platform-picker',
      { session: lender.session },
      { 'source-types': 'Accounting', consent: '', ...attributes },
    );

  /** Chooses Xero, and waits for what there is to agree to. */
  const choose = async (picker: HTMLElementTagNameMap['platform-picker']): Promise<HTMLInputElement> => {
    await press(picker, 'Xero');
    const box = (await part(picker, 'agree')).querySelector('input');
    if (!box) throw new Error('There is no box to tick.');
    return box;
  };

  const made = (): number =>
    lender.requests.filter(({ method, url }) => method === 'POST' && url.endsWith('/connections')).length;

  it('shows the host’s terms before it opens a window or creates a connection', async () => {
    await begin();
    const picker = setUp();
    const box = await choose(picker);

    expect(texts(picker, 'term-title')).to.deep.equal(['Purpose', 'Retention']);
    const [, retention = picker] = parts(picker, 'term-text');
    // WebKit's `innerText` has a space for the line break.
    expect(retention.textContent.trim()).to.equal('Seven years.\nThen it is deleted.');
    expect(getComputedStyle(retention).whiteSpaceCollapse).to.equal('preserve-breaks');
    expect(texts(picker, 'agree')).to.deep.equal(['Larkspur may read the data of my business.']);
    expect(box.checked).to.equal(false);
    expect([signIn.opened, made()]).to.deep.equal([0, 0]);
    await expect(picker).to.be.accessible();
  });

  it('shows the terms in the language of the page, if the host has them in it', async () => {
    await begin();
    const picker = setUp({ lang: 'fr-CA' });
    await choose(picker);

    expect(texts(picker, 'agree')).to.deep.equal(['Larkspur peut lire les données de mon entreprise.']);
    expect(parts(picker, 'terms')[0]?.lang).to.equal('fr');
  });

  it('opens no window until the box is ticked: shows a message and moves focus to the box', async () => {
    await begin();
    const picker = setUp();
    const box = await choose(picker);
    await press(picker, 'Continue to Xero');

    await part(picker, 'missing', 'Tick the box to go on.');
    expect(picker.shadowRoot?.activeElement).to.equal(box);
    expect(box.getAttribute('aria-invalid')).to.equal('true');
    expect([signIn.opened, made(), kept.length]).to.deep.equal([0, 0, 0]);
    await expect(picker).to.be.accessible();

    box.click();
    await eventually(() => texts(picker, 'missing').join('') === '');
    expect(box.getAttribute('aria-invalid')).to.equal('false');
  });

  it('records the consent, notifies the host, and connects', async () => {
    await begin();
    const picker = setUp();
    const events = recordEvents(['consented', 'started', 'connected', 'failed']);
    const consented = nextEvent('codat-consented');
    (await choose(picker)).click();
    await press(picker, 'Continue to Xero');
    await signIn.pressAndReturn('Allow');
    await part(picker, 'panel-heading', 'Marlow Bakery is connected');

    expect(events).to.deep.equal(['codat-consented', 'codat-started', 'codat-connected']);
    const { receipt } = await consented;
    expect(receipt).to.include({ version: '1', locale: 'en-GB', platformKey: 'gbol' });
    expect(kept).to.deep.equal([receipt]);
  });

  it('creates no connection when the consent can’t be recorded', async () => {
    await begin({ ...asking, onConsent: () => Promise.reject(new Error('no database')) });
    const picker = setUp();
    (await choose(picker)).click();
    await press(picker, 'Continue to Xero');

    await part(picker, 'panel-heading', 'This service can’t be reached right now');
    expect([made(), signIn.closed]).to.deep.equal([0, 1]);
    await part(picker, 'primary', 'Start again');
  });

  it('asks again when the terms have changed since the person read them', async () => {
    await begin();
    const signingKeys = ['a key of thirty-two characters or more'];
    const { companyId, baseUrl, simulator } = lender;
    const changed = createGateway({
      apiKey: simulator.apiKey,
      baseUrl: baseUrl,
      codatUrl: simulator.origin,
      signingKeys,
      company: () => companyId,
      consents: [consent('2', 'en-GB', 'Larkspur may read all of it.')],
      fetch: (request) => simulator.fetch(request),
    });
    let { gateway } = lender;
    const session = createSession({
      tokenEndpoint: `${baseUrl}/token`,
      fetch: (request) => gateway.fetch(request),
    });
    const picker = setUp();
    picker.session = session;
    (await choose(picker)).click();
    gateway = changed;
    await press(picker, 'Continue to Xero');

    await part(picker, 'missing', 'These words have changed. Read them and tick the box to go on.');
    const box = (await part(picker, 'agree', 'Larkspur may read all of it.')).querySelector('input');
    expect([box?.checked, signIn.closed]).to.deep.equal([false, 1]);
    box?.click();
    await press(picker, 'Continue to Xero');
    await part(picker, 'panel-heading', 'Finish signing in at Xero');
    session.end();
  });

  it('shows the terms when only the gateway requires consent', async () => {
    await begin();
    const picker = mount('platform-picker', { session: lender.session }, { 'source-types': 'Accounting' });
    const box = await choose(picker);
    expect(made()).to.equal(1);
    box.click();
    await press(picker, 'Continue to Xero');
    await signIn.pressAndReturn('Allow');

    await part(picker, 'panel-heading', 'Marlow Bakery is connected');
  });

  it('shows no box when the gateway requires no consent', async () => {
    await begin({});
    const picker = setUp();
    await press(picker, 'Xero');
    const go = await part(picker, 'primary', 'Continue to Xero');
    await eventually(() => go.ariaDisabled !== 'true', 'the gateway’s answer');
    go.click();

    await part(picker, 'panel-heading', 'Finish signing in at Xero');
  });
});
