import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { openLender, type Lender } from '../../support/lender.js';
import { clear, eventually, mount, nextEvent, part, parts, press } from '../../support/page.js';
import { SignInWindow } from '../../support/sign-in-window.js';

type Picker = HTMLElementTagNameMap['platform-picker'];

describe('a picker that gets the session of another company', () => {
  let lender: Lender;
  let another: Lender;
  let signIn: SignInWindow;

  beforeEach(async () => {
    [lender, another] = [await openLender(), await openLender()];
    signIn = new SignInWindow(lender);
  });

  afterEach(() => {
    signIn.restore();
    lender.end();
    another.end();
    clear();
  });

  const setUp = (): Picker =>
    mount('platform-picker', { session: lender.session }, { 'source-types': 'Accounting' });

  const signingIn = async (): Promise<Picker> => {
    const picker = setUp();
    await press(picker, 'Xero');
    await part(picker, 'panel-heading', 'Finish signing in at Xero');
    return picker;
  };

  it('dispatches nothing of the first company, whose sign-in ends on the document', async () => {
    const picker = await signingIn();
    picker.session = another.session;
    await part(picker, 'tile', /^Xero/);
    const connected = nextEvent('codat-connected');
    await signIn.pressAndReturn('Allow');

    expect((await connected).target).to.equal(document);
    expect(parts(picker, 'panel')).to.deep.equal([]);
  });

  it('dispatches nothing of the first company either if it was off the page when it got the session', async () => {
    const picker = await signingIn();
    picker.remove();
    picker.session = another.session;
    document.body.append(picker);
    await part(picker, 'tile', /^Xero/);
    const connected = nextEvent('codat-connected');
    await signIn.pressAndReturn('Allow');

    expect((await connected).target).to.equal(document);
    expect(parts(picker, 'panel')).to.deep.equal([]);
  });

  it('goes on with that sign-in once it has the first session again', async () => {
    const picker = await signingIn();
    picker.session = another.session;
    await part(picker, 'tile', /^Xero/);
    picker.session = lender.session;
    await part(picker, 'panel-heading', 'Finish signing in at Xero');
    const connected = nextEvent('codat-connected');
    await signIn.pressAndReturn('Allow');

    expect((await connected).target).to.equal(picker);
  });

  for (const [how, replace] of [
    ['the session ends', () => lender.session.end()],
    ['it has another session', (picker: Picker) => (picker.session = another.session)],
  ] as const)
    it(`closes the window of a click after which ${how} at once, and connects nothing`, async () => {
      const picker = setUp();
      (await part(picker, 'tile', /^Xero/)).click();
      replace(picker);
      await eventually(() => signIn.closed === 1, 'a closed window');

      await part(picker, 'tile', /^Xero/);
      const changes = [...lender.requests, ...another.requests].filter(
        ({ url, method }) => method === 'POST' && url.endsWith('/connections'),
      );
      expect(changes).to.deep.equal([]);
    });
});
