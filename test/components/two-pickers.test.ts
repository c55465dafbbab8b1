import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, heard, part, place, press } from '../support/page.js';
import { SignInWindow } from '../support/sign-in-window.js';

type Picker = HTMLElementTagNameMap['platform-picker'];

describe('two pickers of one session', () => {
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

  const setUp = (): { accounting: Picker; banking: Picker } => {
    const picker = (sourceTypes: string): Picker =>
      place('platform-picker', { session: lender.session }, { 'source-types': sourceTypes });
    return { accounting: picker('Accounting'), banking: picker('Banking') };
  };

  it('let a person say in the second that someone else has the log-in, after they connected in the first', async () => {
    const { accounting, banking } = setUp();
    await press(accounting, 'Xero');
    await signIn.come('Allow');
    await part(accounting, 'panel-heading', 'Marlow Bakery is connected');
    await press(banking, 'Someone else has the log-in?');

    await part(banking, 'note', 'Choose the platform they use. You get a link to send to them.');
    await press(banking, 'TrueLayer');
    await part(banking, 'panel-heading', 'Send a link for TrueLayer');
  });

  it('leave each other alone when the form of one is reset while a person signs in in the other', async () => {
    const { accounting, banking } = setUp();
    const form = document.createElement('form');
    document.body.append(form);
    form.append(banking);
    await press(accounting, 'Xero');
    await part(accounting, 'panel-heading', 'Finish signing in at Xero');
    const connected = heard('codat-connected');
    form.reset();
    expect(signIn.closed).to.equal(0);
    await signIn.come('Allow');

    expect((await connected).target).to.equal(accounting);
  });
});
