import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { openLender, type Lender } from '../../support/lender.js';
import { clear, nextEvent, part, parts, mount, press, recordEvents } from '../../support/page.js';
import { SignInWindow } from '../../support/sign-in-window.js';

type Picker = HTMLElementTagNameMap['platform-picker'];

describe('two pickers of one session', () => {
  let lender: Lender;
  let signIn: SignInWindow;

  beforeEach(async () => {
    lender = await openLender();
    signIn = new SignInWindow(lender);
  });

  const idleCallback = Object.getOwnPropertyDescriptor(window, 'requestIdleCallback');
  afterEach(() => {
    // Safari has none.
    Reflect.deleteProperty(window, 'requestIdleCallback');
    if (idleCallback) Object.defineProperty(window, 'requestIdleCallback', idleCallback);
    signIn.restore();
    lender.end();
    clear();
  });

  const setUp = (): { accounting: Picker; banking: Picker } => {
    const picker = (sourceTypes: string): Picker =>
      mount('platform-picker', { session: lender.session }, { 'source-types': sourceTypes });
    return { accounting: picker('Accounting'), banking: picker('Banking') };
  };

  it('let a person choose in the second that someone else has the log-in, after they connected in the first', async () => {
    const { accounting, banking } = setUp();
    await press(accounting, 'Xero');
    await signIn.pressAndReturn('Allow');
    await part(accounting, 'panel-heading', 'Marlow Bakery is connected');
    await press(banking, 'Someone else signs in to it?');

    await part(banking, 'note', 'Choose the platform they use. You get a link to send to them.');
    await press(banking, 'TrueLayer');
    await part(banking, 'panel-heading', 'Send a link for TrueLayer');
  });

  it('don’t affect each other when the form of one is reset while a person signs in in the other', async () => {
    const { accounting, banking } = setUp();
    const form = document.createElement('form');
    document.body.append(form);
    form.append(banking);
    await press(accounting, 'Xero');
    await part(accounting, 'panel-heading', 'Finish signing in at Xero');
    const connected = nextEvent('codat-connected');
    form.reset();
    expect(signIn.closed).to.equal(0);
    await signIn.pressAndReturn('Allow');

    expect((await connected).target).to.equal(accounting);
  });

  // A picker can continue a journey as soon as it offers what the journey's module renders.
  it('continue a journey whose picker was removed in the first that can, and the other keeps its platforms', async () => {
    const { accounting, banking } = setUp();
    await press(accounting, 'Xero');
    await part(accounting, 'panel-heading', 'Finish signing in at Xero');
    const third = mount('platform-picker', { session: lender.session }, { 'source-types': 'Commerce' });
    for (const picker of [banking, third]) await part(picker, 'button', 'Someone else signs in to it?');
    accounting.remove();
    const connected = nextEvent('codat-connected');
    await signIn.pressAndReturn('Allow');
    const { target } = await connected;

    const [adopts, other] = target === banking ? [banking, third] : [third, banking];
    expect(target === adopts, 'one of the pickers that are there tells the host').to.equal(true);
    await part(adopts, 'panel-heading', 'Marlow Bakery is connected');
    await part(other, 'tile');
    expect(parts(other, 'panel')).to.deep.equal([]);
  });

  it('continue a journey in the picker that takes the place of its own when a page that is never idle is drawn again', async () => {
    const { banking } = setUp();
    await press(banking, 'TrueLayer');
    await part(banking, 'panel-heading', 'Finish signing in at TrueLayer');
    clear();
    window.requestIdleCallback = () => 0;
    const drawnAgain = setUp();
    const connected = nextEvent('codat-connected');
    await signIn.pressAndReturn('Allow');

    expect((await connected).target === drawnAgain.banking).to.equal(true);
    await part(drawnAgain.accounting, 'tile');
    expect(parts(drawnAgain.accounting, 'panel')).to.deep.equal([]);
  });

  for (const [button, heading] of [
    ['Allow', 'Marlow Bakery is connected'],
    ['Cancel', 'Xero isn’t connected'],
  ] as const)
    it(`show their own platforms on the next step of an application, after «${heading}» on the step before`, async () => {
      const step = (sourceTypes: string): Picker =>
        mount('platform-picker', { session: lender.session }, { 'source-types': sourceTypes });
      const accounting = step('Accounting');
      await press(accounting, 'Xero');
      await signIn.pressAndReturn(button);
      await part(accounting, 'panel-heading', heading);
      accounting.remove();
      const banking = step('Banking');
      await part(banking, 'tile', /TrueLayer/);
      banking.remove();

      await part(step('Accounting'), 'panel-heading', heading);
    });

  it('open one window and dispatch one request, however fast a person clicks twice', async () => {
    const { accounting } = setUp();
    const requested = recordEvents(['connect']);
    const tile = await part(accounting, 'tile', /Xero$/);
    tile.click();
    tile.click();
    await part(accounting, 'panel-heading', 'Finish signing in at Xero');

    expect(requested).to.deep.equal(['codat-connect']);
    expect(signIn.opened).to.equal(1);
  });
});
