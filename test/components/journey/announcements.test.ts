import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { openLender, type Lender } from '../../support/lender.js';
import { clear, eventually, mount, part, press } from '../../support/page.js';
import { SignInWindow } from '../../support/sign-in-window.js';

type Picker = HTMLElementTagNameMap['platform-picker'];

describe('the live regions of <platform-picker>', () => {
  let lender: Lender;
  let signIn: SignInWindow;
  let picker: Picker;

  beforeEach(async () => {
    lender = await openLender();
    signIn = new SignInWindow(lender);
    picker = mount(
      'platform-picker',
      { session: lender.session },
      { 'source-types': 'Accounting', lender: 'Larkspur' },
    );
    await part(picker, 'not-listed');
  });

  afterEach(() => {
    signIn.restore();
    lender.end();
    clear();
  });

  /** What the live regions say, each time that it changes. */
  const announcements = (): string[] => {
    const heard: string[] = [];
    const root = picker.shadowRoot ?? picker;
    new MutationObserver(() => {
      for (const region of root.querySelectorAll('[role="status"], [aria-live]')) {
        const text = region.textContent.trim();
        if (text && text !== heard.at(-1)) heard.push(text);
      }
    }).observe(root, { childList: true, characterData: true, subtree: true });
    return heard;
  };

  const type = async (text: string): Promise<void> => {
    const field = (await part(picker, 'search')).querySelector('input');
    for (let letters = 1; field && letters <= text.length; letters++) {
      field.value = text.slice(0, letters);
      field.dispatchEvent(new InputEvent('input'));
      await picker.updateComplete;
    }
  };

  it('say what a search has found once the person has stopped typing', async () => {
    const heard = announcements();
    await type('sage');
    await part(picker, 'small', '4 platforms');
    await eventually(() => heard.length > 0, 'the count');

    expect(heard).to.deep.equal(['4 platforms for sage']);
  });

  it('say what to do when a search has found nothing', async () => {
    const heard = announcements();
    await type('zzzz');
    await eventually(() => heard.length > 0, 'the advice');

    expect(heard).to.deep.equal(['Nothing found for “zzzz”. Check the spelling, or try a shorter name.']);
  });

  it('say each new panel, also the one that a button leads back to', async () => {
    const heard = announcements();
    (await part(picker, 'tile', /Sage 50 \(UK\)/)).focus();
    await press(picker, 'Sage 50 (UK)');
    await eventually(() => heard.includes('Connect Sage 50 (UK)'), 'the notes');
    (await part(picker, 'button', 'Back to all platforms')).focus();
    await press(picker, 'Back to all platforms');
    await eventually(() => heard.at(-1) === 'Connect your accounting software', 'the platforms');
    await press(picker, 'Someone else signs in to it?');
    await eventually(() => heard.at(-1)?.startsWith('Choose the platform they use.') === true, 'the advice');
  });

  it('say how a link for someone else stands, whenever that changes', async () => {
    const heard = announcements();
    await press(picker, 'Someone else signs in to it?');
    await press(picker, 'Xero');
    await press(picker, 'Get the link');
    const link = await part(picker, 'link');
    await eventually(() => heard.at(-1) === 'Send this link to whoever has the Xero log-in', 'the link');
    if (!(link instanceof HTMLInputElement)) throw new Error('The link is in no field.');
    await lender.gateway.fetch(new Request(link.value, { method: 'POST' }));
    window.dispatchEvent(new Event('focus'));
    await eventually(() => heard.at(-1) === 'Someone is signing in to Xero', 'that it was opened');

    await press(picker, 'Withdraw the link for Xero');
    await eventually(() => heard.at(-1) === 'The link for Xero is withdrawn', 'that it was withdrawn');
  });

  it('are empty again once a panel was announced, so that nobody who reads on finds it', async () => {
    const heard = announcements();
    await press(picker, 'Sage 50 (UK)');
    await eventually(() => heard.includes('Connect Sage 50 (UK)'), 'the notes');
    const regions = [...(picker.shadowRoot?.querySelectorAll('[aria-live]') ?? [])];

    await eventually(() => regions.every(({ textContent }) => textContent === ''), 'silence');
  });

  it('say a panel again when the page has focus again', async () => {
    const page = document;
    Object.defineProperty(page, 'hasFocus', { value: () => false, configurable: true });
    try {
      const heard = announcements();
      await press(picker, 'Xero');
      await eventually(() => heard.at(-1) === 'Finish signing in at Xero', 'the panel');
      heard.length = 0;
      window.dispatchEvent(new FocusEvent('focus'));
      await eventually(() => heard.at(-1) === 'Finish signing in at Xero', 'the panel again');
    } finally {
      Reflect.deleteProperty(page, 'hasFocus');
    }
  });
});
