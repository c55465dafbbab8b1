import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { Clipboard } from '../../support/clipboard.js';
import { openLender, type Lender } from '../../support/lender.js';
import { clear, nextEvent, part, parts, mount, press } from '../../support/page.js';
import { SignInWindow } from '../../support/sign-in-window.js';

const android =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/125.0.0.0 Mobile Safari/537.36';
const instagram =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22B83 Instagram 357.0.0';

describe('the browser of another app', () => {
  let lender: Lender;
  let signIn: SignInWindow;

  const pretend = (userAgent: string): void => {
    Object.defineProperty(navigator, 'userAgent', { configurable: true, value: userAgent });
  };

  beforeEach(async () => {
    lender = await openLender();
    signIn = new SignInWindow(lender);
  });

  afterEach(() => {
    Reflect.deleteProperty(navigator, 'userAgent');
    signIn.restore();
    lender.end();
    clear();
  });

  const setUp = (attributes: Record<string, string> = {}): HTMLElementTagNameMap['platform-picker'] =>
    mount('platform-picker', { session: lender.session }, { 'source-types': 'Accounting', ...attributes });

  for (const [name, userAgent] of Object.entries({ android, instagram }))
    it(`has instructions in the picker first for getting out of it, and copies the link (${name})`, async () => {
      pretend(userAgent);
      const picker = setUp();
      const clipboard = new Clipboard();
      const way = await part(picker, 'in-app', /^This page is open inside another app/);
      const tile = await part(picker, 'tile');
      await press(picker, 'Copy the link');
      await part(picker, 'told', 'Copied');

      expect(clipboard.restore()).to.deep.equal([location.href]);
      expect(way.compareDocumentPosition(tile) & Node.DOCUMENT_POSITION_FOLLOWING).to.not.equal(0);
      await expect(picker).to.be.accessible();
    });

  it('has them for a single platform that opens at once as well', async () => {
    pretend(instagram);
    const picker = setUp({ platform: 'gbol' });
    await part(picker, 'panel-heading', 'Connect Xero');

    await part(picker, 'in-app');
  });

  it('has sign-in in this tab for whoever continues all the same, since there are no windows', async () => {
    pretend(instagram);
    const picker = setUp();
    await part(picker, 'in-app');
    const leaving = nextEvent('codat-leaving');
    document.addEventListener('codat-leaving', (event) => event.preventDefault(), { once: true });
    await press(picker, 'Xero');
    await leaving;

    expect(signIn.opened).to.equal(0);
  });

  it('has instructions that a normal browser does not show', async () => {
    const picker = setUp();
    await part(picker, 'not-listed');

    expect(parts(picker, 'in-app')).to.deep.equal([]);
  });
});
