import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import '../../src/index.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, eventually, focused, mount, part } from '../support/page.js';
import { SignInWindow } from '../support/sign-in-window.js';

/**
 * Safari on a Mac and on phones: a press gives focus to a button or link only if it has a `tabindex`, else to what
 * `delegatesFocus` leads to (WebKit, `HTMLFormControlElement::isMouseFocusable`). WebKitGTK does not.
 */
function pressAsSafari(event: MouseEvent): void {
  const control = event.composedPath().find((node) => node instanceof Element && node.matches('button, a'));
  if (!(control instanceof HTMLElement) || control.hasAttribute('tabindex')) return;
  event.preventDefault();
  const root = control.getRootNode();
  if (root instanceof ShadowRoot && root.delegatesFocus && root.host instanceof HTMLElement)
    root.host.focus();
}

describe('a press where buttons get no focus by themselves', () => {
  let lender: Lender;
  let signIn: SignInWindow;

  beforeEach(async () => {
    lender = await openLender();
    signIn = new SignInWindow(lender);
    document.addEventListener('mousedown', pressAsSafari, true);
  });

  afterEach(async () => {
    document.removeEventListener('mousedown', pressAsSafari, true);
    await resetMouse();
    signIn.restore();
    lender.end();
    clear();
  });

  const pressAtMiddle = async (control: HTMLElement): Promise<void> => {
    control.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = control.getBoundingClientRect();
    const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
    await sendMouse({ type: 'click', position });
  };

  it('on a tile leaves the search field and a phone’s keyboard alone, and moves focus to the heading that follows', async () => {
    const picker = mount('platform-picker', { session: lender.session });
    const tile = await part(picker, 'tile', /Xero/);
    let isSearchFocused = false;
    picker.shadowRoot?.querySelector('input')?.addEventListener('focus', () => (isSearchFocused = true));
    await pressAtMiddle(tile);

    await eventually(() => focused(picker) === 'Finish signing in at Xero', 'focus on the heading');
    expect(isSearchFocused).to.equal(false);
  });

  it('on a row’s button moves focus to the heading that follows', async () => {
    lender.simulator.deauthorize(await lender.addConnection('gbol', 'Marlow Bakery'));
    const list = mount('connection-list', { session: lender.session });
    await pressAtMiddle(await part(list, 'way'));

    await eventually(() => focused(list) === 'Finish signing in at Xero', 'focus on the heading');
  });
});
