import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, eventually, heard, part, place, press } from '../support/page.js';
import { signIn } from '../support/sign-in.js';
import { SignInWindow } from '../support/sign-in-window.js';
import { ThisTab } from '../support/this-tab.js';

type Picker = HTMLElementTagNameMap['platform-picker'];

describe('signing in in this tab', () => {
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
    place('platform-picker', { session }, { 'source-types': 'Accounting', opens });

  /** Where this tab has gone, once it has. */
  const gone = (): Promise<string> => eventually(() => tab.went.at(-1), 'the sign-in page');

  /** The page that the person comes back to knows nothing of the one they left. */
  const comeBack = (): Picker => {
    lender.session.end();
    clear();
    return setUp('same-tab', lender.anotherPage());
  };

  /** A host that saves for as long as it is let. */
  const slowHost = (): { leaving: Promise<unknown>; saved: () => void } => {
    let saved = (): void => undefined;
    const saving = new Promise<void>((resolve) => (saved = resolve));
    document.addEventListener('codat-leaving', (event) => event.waitUntil(saving), { once: true });
    return { leaving: heard('codat-leaving'), saved };
  };

  it('goes on when the person comes back, and tells the host once', async () => {
    await press(setUp(), 'Xero');
    await signIn(lender, await gone(), 'Allow');
    const connected = heard('codat-connected');
    const picker = comeBack();

    await part(picker, 'panel-heading', 'Marlow Bakery is connected');
    expect((await connected).target).to.equal(picker);
  });

  it('stays when the person gives up while the host is saving', async () => {
    const { leaving, saved } = slowHost();
    const picker = setUp();
    await press(picker, 'Xero');
    await leaving;
    await press(picker, 'Cancel');
    saved();

    const again = slowHost();
    await press(picker, 'Start again');
    await again.leaving;
    expect(tab.went).to.deep.equal([]);
    again.saved();
    await gone();
  });

  it('stays when someone else signs in while the host is saving', async () => {
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
    expect(tab.went).to.deep.equal([]);
  });

  it('goes on as well when this tab was left while Codat was being asked', async () => {
    const picker = setUp('popup');
    await press(picker, 'Xero');
    await part(picker, 'panel-heading', 'Finish signing in at Xero');
    const { done, release } = lender.hold(({ url }) => /connections\/[^/]+$/.test(url));
    window.dispatchEvent(new Event('focus'));
    await done;
    await press(picker, 'Open it in this tab instead');
    await signIn(lender, await gone(), 'Allow');
    const back = comeBack();
    release();

    await part(back, 'panel-heading', 'Marlow Bakery is connected');
  });
});
