import { expect } from '@open-wc/testing';
import '../../../src/index.js';
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

describe('<platform-picker> with a preselected platform', () => {
  let lender: Lender;
  let signIn: SignInWindow;

  beforeEach(async () => {
    lender = await openLender();
    signIn = new SignInWindow(lender);
  });

  afterEach(() => {
    signIn.restore();
    lender.end();
    clear();
  });

  const setUp = (platform = 'gbol'): HTMLElementTagNameMap['platform-picker'] =>
    mount('platform-picker', { session: lender.session }, { platform, lender: 'Larkspur' });

  it('opens its panel, opens no window by itself, and doesn’t move focus', async () => {
    const events = recordEvents(['connect', 'started']);
    const picker = setUp();
    await part(picker, 'panel-heading', 'Connect Xero');
    await part(picker, 'note', /^You sign in on Xero’s own page. Larkspur never sees your password\./);

    expect(parts(picker, 'tile')).to.deep.equal([]);
    expect(signIn.opened).to.equal(0);
    expect(events).to.deep.equal([]);
    expect(document.activeElement).to.equal(document.body);
    await expect(picker).to.be.accessible();
  });

  it('leaves the notes of another platform open that a person reads when the host preselects one', async () => {
    const picker = mount('platform-picker', { session: lender.session }, { lender: 'Larkspur' });
    await press(picker, 'QuickBooks Online');
    await part(picker, 'panel-heading', 'Connect QuickBooks Online');

    picker.platform = 'gbol';
    await picker.updateComplete;
    await lender.session.connections.refresh();
    await picker.updateComplete;
    await part(picker, 'panel-heading', 'Connect QuickBooks Online');
  });

  it('asks the host when the person continues, and connects', async () => {
    const picker = setUp();
    const connectEvent = nextEvent('codat-connect');
    await press(picker, 'Continue to Xero');
    expect((await connectEvent).platform.key).to.equal('gbol');
    await signIn.pressAndReturn('Allow', 'Marlow Bakery');

    await part(picker, 'panel-heading', 'Marlow Bakery is connected');
  });

  it('opens its panel on the next step of an application, after another was connected on the step before', async () => {
    const accounting = setUp();
    await press(accounting, 'Continue to Xero');
    await signIn.pressAndReturn('Allow', 'Marlow Bakery');
    await part(accounting, 'panel-heading', 'Marlow Bakery is connected');
    accounting.remove();

    await part(setUp('upvr'), 'panel-heading', 'Connect TrueLayer');
  });

  it('opens its panel on the next step of an application, after the person has not gone on with the step before', async () => {
    const accounting = setUp();
    await part(accounting, 'panel-heading', 'Connect Xero');
    accounting.remove();

    await part(setUp('upvr'), 'panel-heading', 'Connect TrueLayer');
  });

  it('opens its panel once the person leaves the journey to the platform that the host had set before', async () => {
    const picker = setUp('upvr');
    await press(picker, 'Continue to TrueLayer');
    await part(picker, 'panel-heading', 'Finish signing in at TrueLayer');
    picker.platform = 'gbol';
    await signIn.pressAndReturn('Allow', 'Harbour Bank');
    await part(picker, 'panel-heading', 'Harbour Bank is connected');
    await press(picker, 'Done');

    await part(picker, 'panel-heading', 'Connect Xero');
  });

  for (const [how, takeAway] of [
    ['removes its attribute', (picker) => picker.removeAttribute('platform')],
    ['leaves out its prop', (picker) => Object.assign(picker, { platform: undefined })],
  ] as const satisfies readonly (readonly [
    string,
    (picker: HTMLElementTagNameMap['platform-picker']) => unknown,
  ])[])
    it(`lets the person choose among all platforms when the host ${how}`, async () => {
      const picker = setUp('zzzz');
      await part(picker, 'note', 'There is nothing to connect here at the moment.');
      takeAway(picker);

      await part(picker, 'tile', /^Xero/);
      await part(picker, 'tile', /^TrueLayer/);
    });

  it('opens no window when the host cancels the event', async () => {
    const picker = setUp();
    picker.addEventListener('codat-connect', (event) => event.preventDefault());
    const connectEvent = nextEvent('codat-connect');
    await press(picker, 'Continue to Xero');
    await connectEvent;

    expect(signIn.opened).to.equal(0);
    await part(picker, 'panel-heading', 'Connect Xero');
  });

  it('can be closed, and the platform can be chosen again', async () => {
    const picker = setUp();
    await part(picker, 'panel-heading', 'Connect Xero');
    await press(picker, 'Close');
    await press(picker, 'Xero');

    await part(picker, 'panel-heading', 'Finish signing in at Xero');
  });

  it('shows that it is connected already', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const picker = setUp();

    await part(picker, 'tile', /Xero Connected$/);
    expect(parts(picker, 'panel')).to.deep.equal([]);
  });

  it('explains that another accounting platform is connected', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const picker = setUp('qhyg');

    await part(picker, 'panel-heading', 'Xero is connected');
    expect(texts(picker, 'note')).to.include('Disconnect Xero and connect QuickBooks Online');
    expect(parts(picker, 'branded')).to.have.length(1);
  });

  it('shows a message when the lender has not enabled it', async () => {
    const picker = setUp('zzzz');
    await part(picker, 'note', 'There is nothing to connect here at the moment.');
    await eventually(() => texts(picker, 'not-listed').includes('Don’t see yours?'));
  });

  it('opens another platform when the host sets another', async () => {
    const picker = setUp();
    await part(picker, 'panel-heading', 'Connect Xero');
    await press(picker, 'Close');
    picker.platform = 'qhyg';

    await part(picker, 'panel-heading', 'Connect QuickBooks Online');
  });

  it('shows the notes of the new platform when the host sets another before the person has gone on', async () => {
    const picker = setUp();
    await part(picker, 'panel-heading', 'Connect Xero');
    picker.platform = 'qhyg';

    await part(picker, 'panel-heading', 'Connect QuickBooks Online');
  });

  it('shows that the new platform is connected when the host sets one that is', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const picker = setUp('qhyg');
    await part(picker, 'panel-heading', 'Xero is connected');
    picker.platform = 'gbol';

    await part(picker, 'tile', /Xero Connected$/);
    expect(parts(picker, 'panel')).to.deep.equal([]);
  });

  it('goes on with the sign-in under way when the host sets another, and shows how it ended', async () => {
    const picker = setUp();
    await press(picker, 'Continue to Xero');
    await part(picker, 'panel-heading', 'Finish signing in at Xero');
    picker.platform = 'qhyg';
    await signIn.pressAndReturn('Allow', 'Marlow Bakery');

    await part(picker, 'panel-heading', 'Marlow Bakery is connected');
  });
});
