import { expect } from '@open-wc/testing';
import type { SteppedEvent } from '../../../src/events/analytics-step.js';
import '../../../src/index.js';
import { openLender, type Lender } from '../../support/lender.js';
import { clear, eventually, nextEvent, part, mount, press } from '../../support/page.js';
import { SignInWindow } from '../../support/sign-in-window.js';

type Picker = HTMLElementTagNameMap['platform-picker'];

describe('<platform-picker> dispatches codat-stepped', () => {
  let lender: Lender;
  let signIn: SignInWindow;
  let steps: SteppedEvent[];
  const record = (event: SteppedEvent): number => steps.push(event);

  beforeEach(async () => {
    lender = await openLender();
    signIn = new SignInWindow(lender);
    steps = [];
    document.addEventListener('codat-stepped', record);
  });

  afterEach(() => {
    document.removeEventListener('codat-stepped', record);
    signIn.restore();
    lender.end();
    clear();
  });

  const setUp = (): Picker =>
    mount('platform-picker', { session: lender.session }, { 'source-types': 'Accounting' });

  const made = (): string[] => steps.map(({ step }) => step);

  const search = async (picker: Picker, query: string): Promise<void> => {
    const field = (await part(picker, 'search')).querySelector('input');
    if (!field) throw new Error('There is no field to search by.');
    field.value = query;
    field.dispatchEvent(new InputEvent('input'));
    field.dispatchEvent(new Event('change'));
  };

  it('for each step from the platforms to the connection', async () => {
    const picker = setUp();
    await press(picker, 'Xero');
    await signIn.pressAndReturn('Allow');
    await part(picker, 'panel-heading', 'Marlow Bakery is connected');

    expect(made()).to.deep.equal(['viewed', 'chosen', 'opened', 'returned', 'linked']);
  });

  it('for the notes on a platform, a blocked window, a cancelled sign-in and a share link', async () => {
    signIn.restore();
    signIn = new SignInWindow(lender, { blocked: true });
    const picker = setUp();
    await press(picker, 'Sage 50 (UK)');
    await press(picker, 'Continue to Sage 50 (UK)');
    await part(picker, 'panel-heading', 'Continue to Sage 50 (UK)');
    await press(picker, 'Cancel');
    await press(picker, 'Someone else signs in to it?');
    await press(picker, 'Get the link');
    await part(picker, 'link');

    expect(made()).to.deep.equal([
      'viewed',
      'chosen',
      'prepared',
      'blocked',
      'abandoned',
      'prepared',
      'shared',
    ]);
  });

  it('for a search, with whether it found a platform, and never the query', async () => {
    const picker = setUp();
    await search(picker, 'xero');
    await search(picker, 'Ledger of Ada Marlow');
    await eventually(() => made().includes('no-result'));

    expect(made()).to.deep.equal(['viewed', 'searched', 'no-result']);
  });

  it('with the platform’s key and source type alone, and nothing about the person', async () => {
    const picker = setUp();
    await search(picker, 'Ledger of Ada Marlow');
    await search(picker, '');
    await press(picker, 'Xero');
    await signIn.pressAndReturn('Allow', 'Marlow Bakery');
    await part(picker, 'panel-heading', 'Marlow Bakery is connected');

    const summary = steps.map(({ step, platformKey, sourceType }) => ({ step, platformKey, sourceType }));
    expect(summary.at(-1)).to.deep.equal({ step: 'linked', platformKey: 'gbol', sourceType: 'Accounting' });
    expect(steps.flatMap((event) => Object.keys(event)).sort()).to.deep.equal(
      steps.flatMap(() => ['isTrusted', 'platformKey', 'sourceType', 'step']).sort(),
    );
    expect(JSON.stringify(summary)).to.not.match(/Marlow|https?:|Ledger|eyJ/);
  });

  it('when a platform isn’t listed: it shows the alternatives, and the host gets the query', async () => {
    const picker = setUp();
    picker.innerHTML = '<a slot="not-listed" href="#upload">Upload a file</a>';
    await search(picker, 'Lexware');
    const askedFor = nextEvent('codat-asked-for');
    const details = await part(picker, 'not-listed');
    expect(picker.querySelector('a')?.checkVisibility()).to.equal(false);
    details.querySelector('summary')?.click();

    expect((await askedFor).query).to.equal('Lexware');
    await eventually(() => picker.querySelector('a')?.checkVisibility());
    await eventually(() => made().includes('not-listed'));
    await expect(picker).to.be.accessible();
  });
});
