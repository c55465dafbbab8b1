import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { openLender, type Lender } from '../../support/lender.js';
import {
  clear,
  eventually,
  focused,
  nextEvent,
  part,
  parts,
  mount,
  press,
  recordEvents,
  texts,
} from '../../support/page.js';
import { SignInWindow } from '../../support/sign-in-window.js';

type List = HTMLElementTagNameMap['connection-list'];

describe('reconnecting from <connection-list>', () => {
  let lender: Lender;
  let signIn: SignInWindow;
  let id: string;

  const open = async (organisation: string | null, ...settings: Parameters<typeof openLender>) => {
    lender = await openLender(...settings);
    signIn = new SignInWindow(lender);
    id = await lender.addConnection('gbol');
    lender.simulator.authorize(id, organisation);
    lender.simulator.deauthorize(id);
  };

  afterEach(() => {
    signIn.restore();
    lender.end();
    clear();
  });

  const reconnect = async (): Promise<List> => {
    const list = mount('connection-list', { session: lender.session }, { lender: 'Larkspur' });
    (await part(list, 'way')).focus();
    await press(list, 'Reconnect Xero');
    await part(list, 'panel-heading', 'Finish signing in at Xero');
    return list;
  };
  const changes = () => lender.requests.filter(({ method }) => method === 'PATCH');

  it('names the organisation to sign in for, and continues without a message for the same one', async () => {
    await open('Marlow Bakery');
    const list = await reconnect();
    await part(list, 'note', 'Sign in for Marlow Bakery, as before.');
    await signIn.pressAndReturn('Allow', 'marlow bakery');

    await part(list, 'panel-heading', 'marlow bakery is connected');
    expect(texts(list, 'panel').join()).not.to.match(/organisation/);
  });

  it('says that it is another organisation, and asks before it continues', async () => {
    await open('Marlow Bakery');
    const list = await reconnect();
    const events = recordEvents();
    await signIn.pressAndReturn('Allow', 'Marlow Cafe');
    await part(list, 'panel-heading', 'You signed in for Marlow Cafe');
    await part(
      list,
      'note',
      'Before, Xero was connected for Marlow Bakery. Carry on with Marlow Cafe, or disconnect it and sign in once more.',
    );
    await eventually(() => focused(list) === 'You signed in for Marlow Cafe', 'focus on the question');
    expect(events).to.deep.equal([]);
    expect(list.matches(':state(comparing)')).to.equal(true);
    await expect(list).to.be.accessible();

    const connected = nextEvent('codat-connected');
    await press(list, 'Carry on with Marlow Cafe');
    expect((await connected).connection.organisation).to.equal('Marlow Cafe');
    await part(list, 'panel-heading', 'Marlow Cafe is connected');
    expect(events).to.deep.equal(['codat-connected']);
    expect(changes()).to.deep.equal([]);
    expect(texts(list, 'name')).to.deep.equal(['Xero · Marlow Cafe']);
  });

  it('disconnects it first if the person signs in once more, and still names the first organisation', async () => {
    await open('Marlow Bakery');
    const list = await reconnect();
    const events = recordEvents();
    await signIn.pressAndReturn('Allow', 'Marlow Cafe');
    await part(list, 'panel-heading', 'You signed in for Marlow Cafe');
    signIn.restore();
    signIn = new SignInWindow(lender);
    await press(list, 'Disconnect and sign in once more');
    await part(list, 'note', 'Sign in for Marlow Bakery, as before.');
    expect(await changes()[0]?.json()).to.deep.equal({ status: 'Unlinked' });
    await signIn.pressAndReturn('Allow', 'Marlow Bakery');

    await part(list, 'panel-heading', 'Marlow Bakery is connected');
    expect(events.filter((type) => type === 'codat-connected')).to.have.length(1);
    expect(signIn.opened).to.equal(1);
  });

  it('offers only to continue if the lender lets nobody disconnect', async () => {
    await open('Marlow Bakery', { permit: ({ action }) => action === 'reconnect' });
    const list = await reconnect();
    await signIn.pressAndReturn('Allow', 'Marlow Cafe');
    await part(list, 'panel-heading', 'You signed in for Marlow Cafe');

    const buttons = parts(list, 'panel').flatMap((panel) => [...panel.querySelectorAll('button')]);
    expect(buttons.map(({ innerText }) => innerText)).to.deep.equal(['Carry on with Marlow Cafe']);
  });

  it('says that the organisation before is unknown if it is', async () => {
    await open(null);
    const list = await reconnect();
    await part(list, 'note', 'Sign in for the same organisation as before.');
    await signIn.pressAndReturn('Allow', 'Marlow Cafe');

    await part(list, 'panel-heading', 'Marlow Cafe is connected');
    await part(list, 'note', /We can’t check that this is the same organisation as before/);
  });

  it('says that the organisation now is unknown if it is', async () => {
    await open('Marlow Bakery');
    const list = await reconnect();
    lender.simulator.authorize(id, null);
    window.dispatchEvent(new Event('focus'));

    await part(list, 'panel-heading', 'Xero is connected');
    await part(list, 'note', /We aren’t told which organisation that is; before, it was Marlow Bakery/);
    await expect(list).to.be.accessible();
  });
});
