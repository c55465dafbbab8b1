import { expect } from '@open-wc/testing';
import { openSignInWindow } from '../../../src/flow/sign-in-window.js';

describe('the sign-in window', () => {
  const open = window.open.bind(window);
  let requested: unknown[] = [];
  let raise: () => void = () => undefined;
  let refuse: () => void = () => undefined;
  let text: () => string = () => '';
  let style: () => Partial<CSSStyleDeclaration> = () => ({});
  let went: { url: string; opener: unknown }[] = [];

  beforeEach(() => {
    requested = [];
    went = [];
    refuse = () => undefined;
    window.open = (...how: unknown[]) => {
      requested.push(how);
      const page = document.implementation.createHTMLDocument();
      text = () => page.body.textContent;
      style = () => page.documentElement.style;
      const handle = {
        opener: window as unknown,
        document: page,
        location: {
          href: 'about:blank',
          replace: (url: string) => {
            refuse();
            went.push({ url, opener: handle.opener });
          },
        },
        closed: false,
        focus: () => raise(),
      };
      return handle as unknown as Window;
    };
  });

  afterEach(() => {
    window.open = open;
  });

  const features = { popup: 'popup,width=560,height=760', 'new-tab': '' } as const;
  for (const [as, how] of Object.entries(features) as [keyof typeof features, string][])
    it(`opens empty as ${as}, and has no opener by the time it navigates`, () => {
      openSignInWindow('Opening Xero', as).navigate('https://lender.test/link');

      expect(requested).to.deep.equal([['', '_blank', how]]);
      expect(went).to.deep.equal([{ url: 'https://lender.test/link', opener: null }]);
    });

  it('says what it waits for in a font of the system, and is dark where the system is', () => {
    openSignInWindow('Opening Xero');

    expect(text()).to.equal('Opening Xero');
    expect(style()).to.include({ colorScheme: 'light dark', fontFamily: 'system-ui' });
  });

  it('is lost, and no error, once this page may no longer navigate it', () => {
    const opened = openSignInWindow('Opening Xero');
    expect(opened.isOpen).to.equal(true);
    refuse = () => {
      throw new DOMException('No permission to navigate the target frame.', 'SecurityError');
    };
    opened.navigate('https://lender.test/link');

    expect(opened.isOpen).to.equal(false);
  });

  for (const [what, hasFocus] of [
    ['comes to the front where the browser raises it', false],
    ['stays behind where the browser doesn’t, as Chromium does', true],
  ] as const)
    it(what, async () => {
      raise = () => {
        document.hasFocus = () => hasFocus;
        if (!hasFocus) window.dispatchEvent(new Event('blur'));
      };

      expect(await openSignInWindow('Opening Xero').show()).to.equal(!hasFocus);
      Reflect.deleteProperty(document, 'hasFocus');
    });
});
