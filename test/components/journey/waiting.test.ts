import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { latestValue } from '../../../src/session/query-state.js';
import { openLender, type Lender } from '../../support/lender.js';
import { clear, eventually, mount, part, press, texts } from '../../support/page.js';
import { SignInWindow } from '../../support/sign-in-window.js';

type Picker = HTMLElementTagNameMap['platform-picker'];

describe('a picker that waits for the sign-in', () => {
  let lender: Lender;
  let signIn: SignInWindow;

  beforeEach(async () => {
    lender = await openLender();
    signIn = new SignInWindow(lender);
  });

  afterEach(() => {
    Reflect.deleteProperty(document, 'hasFocus');
    signIn.restore();
    lender.end();
    clear();
  });

  const setUp = async (platform = 'Xero'): Promise<Picker> => {
    const picker = mount('platform-picker', { session: lender.session }, { 'source-types': 'Accounting' });
    await press(picker, platform);
    await part(picker, 'panel-heading', `Finish signing in at ${platform}`);
    return picker;
  };

  it('has one primary action: to bring the window to the front', async () => {
    const picker = await setUp();
    expect(texts(picker, 'primary')).to.deep.equal(['Show the window']);
    expect(texts(picker, 'button')).to.deep.equal([
      'Show the window',
      'Open it in this tab instead',
      'Cancel',
    ]);
    await expect(picker).to.be.accessible();

    document.hasFocus = () => false;
    await press(picker, 'Show the window');
    await eventually(() => signIn.shown === 1);
    window.dispatchEvent(new Event('blur'));
    signIn.isOpen = false;
    window.dispatchEvent(new Event('focus'));
    await press(picker, 'Open a new sign-in window');
    await eventually(() => signIn.opened > 1);
    expect(signIn.opened, 'by the second button alone').to.equal(2);
  });

  it('opens another window where the browser doesn’t bring it to the front', async () => {
    document.hasFocus = () => true;
    const picker = await setUp();
    await press(picker, 'Show the window');

    await eventually(() => signIn.opened === 2);
    expect(signIn.shown).to.equal(1);
  });

  it('has one primary action once the window is closed: to open another', async () => {
    const picker = await setUp();
    signIn.isOpen = false;
    window.dispatchEvent(new Event('focus'));
    await part(picker, 'primary', 'Open a new sign-in window');
    expect(texts(picker, 'primary')).to.have.length(1);
    await press(picker, 'Open a new sign-in window');

    await eventually(() => signIn.opened === 2);
  });

  it('connects the platform anew when the connection was deleted meanwhile, as in another tab', async () => {
    const picker = await setUp();
    const { connections } = lender.session;
    const id = await eventually(() => latestValue(connections.resource)?.[0]?.id);
    await lender.deleteConnection(id);
    window.dispatchEvent(new Event('focus'));
    await part(picker, 'panel-heading', 'This is no longer here');
    await press(picker, 'Start again');

    await part(picker, 'panel-heading', 'Finish signing in at Xero');
  });

  it('says at which host the platform’s own sign-in page is', async () => {
    await part(await setUp(), 'note', 'Its sign-in page is at login.xero.com.');
  });

  it('says nothing of a host that isn’t known', async () => {
    const picker = await setUp('FreeAgent');
    expect(texts(picker, 'note').join()).to.not.include('sign-in page is at');
  });
});
