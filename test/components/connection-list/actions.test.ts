import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
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

describe('the actions of <connection-list>', () => {
  let lender: Lender;
  let signIn: SignInWindow;

  const open = async (...settings: Parameters<typeof openLender>): Promise<void> => {
    lender = await openLender(...settings);
    signIn = new SignInWindow(lender);
  };

  beforeEach(() => open());

  afterEach(() => {
    signIn.restore();
    lender.end();
    clear();
  });

  const setUp = async (): Promise<List> => {
    const list = mount('connection-list', { session: lender.session }, { lender: 'Larkspur' });
    await part(list, 'row');
    return list;
  };

  /** Opens the menu of a row and takes what is called so. */
  const take = async (list: List, item: string, platform = 'Xero'): Promise<void> => {
    await press(list, `More for ${platform}`);
    await press(list, item);
  };

  const changes = () => lender.requests.filter(({ method }) => method !== 'GET' && method !== 'POST');
  const ways = (list: List) => parts(list, 'way').map((way) => way.getAttribute('aria-label'));
  /** What the menu of a row offers. */
  const offered = async (list: List, platform = 'Xero'): Promise<string[]> => {
    await press(list, `More for ${platform}`);
    await part(list, 'menu');
    const items = texts(list, 'menu-item');
    await press(list, `More for ${platform}`);
    await eventually(() => parts(list, 'menu').length === 0);
    return items;
  };

  it('ask for confirmation before disconnecting, and say what is kept', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = await setUp();
    await take(list, 'Disconnect');
    const dialog = await part(list, 'dialog');

    expect(dialog.innerText.split(/\n+/)).to.deep.equal([
      'Disconnect Xero?',
      'Larkspur keeps what it has already read, and reads nothing new. You can reconnect at any time.',
      'Keep connected',
      'Disconnect',
    ]);
    expect(focused(list)).to.equal('Keep connected');
    await expect(list).to.be.accessible();
  });

  it('change nothing when the person keeps the connection', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = await setUp();
    await take(list, 'Disconnect');
    await press(list, 'Keep connected');

    await eventually(() => parts(list, 'dialog').length === 0);
    expect(focused(list)).to.equal('More for Xero');
    expect(texts(list, 'status')).to.deep.equal(['Connected']);
    expect(changes()).to.deep.equal([]);
  });

  it('unlink the connection at Codat once the person confirms, notify the host, and offer to reconnect', async () => {
    const id = await lender.addConnection('gbol', 'Marlow Bakery');
    const list = await setUp();
    const events = recordEvents(['disconnect', 'disconnected', 'failed']);
    const disconnected = nextEvent('codat-disconnected');
    await take(list, 'Disconnect');
    await press(list, 'Disconnect');

    const { connection, target } = await disconnected;
    expect([connection.id, connection.status, target]).to.deep.equal([id, 'Unlinked', list]);
    await part(list, 'status', 'Disconnected');
    expect(events).to.deep.equal(['codat-disconnect', 'codat-disconnected']);
    await part(
      list,
      'told',
      'Xero is disconnected. Larkspur keeps what it has already read, and reads nothing new.',
    );
    await part(list, 'why', 'Larkspur keeps what it has already read, and reads nothing new.');
    expect(ways(list)).to.deep.equal(['Reconnect Xero']);
    expect(focused(list)).to.equal('More for Xero');
    const [change] = changes();
    expect(change?.method).to.equal('PATCH');
    expect(await change?.json()).to.deep.equal({ status: 'Unlinked' });
    await expect(list).to.be.accessible();
    expect(await offered(list)).to.deep.equal(['Details', 'Delete']);
  });

  it('show that they are in progress, and ignore a second request for that connection meanwhile', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = await setUp();
    const answer = lender.holdResponse(({ method }) => method === 'PATCH');
    await take(list, 'Disconnect');
    await press(list, 'Disconnect');
    await part(list, 'told', 'Disconnecting Xero');
    await answer.ready;

    expect(texts(list, 'doing')).to.deep.equal(['Disconnecting Xero']);
    expect(focused(list)).to.equal('More for Xero');
    await take(list, 'Disconnect');
    await take(list, 'Delete');
    expect(parts(list, 'dialog')).to.have.length(0);
    expect(texts(list, 'status')).to.deep.equal(['Connected']);
    await expect(list).to.be.accessible();
    answer.release();
    await part(list, 'status', 'Disconnected');
  });

  it('delete for good once the person confirms, and keep focus in the list', async () => {
    const id = await lender.addConnection('gbol', 'Marlow Bakery');
    const list = await setUp();
    const events = recordEvents(['delete', 'deleted', 'failed']);
    const deleted = nextEvent('codat-deleted');
    await take(list, 'Delete');
    await part(
      list,
      'dialog',
      /can no longer read this connection’s data through Codat. This can’t be undone/,
    );
    await expect(list).to.be.accessible();
    await press(list, 'Delete for good');

    expect((await deleted).connection.id).to.equal(id);
    await part(list, 'note', 'Nothing is connected yet.');
    await part(
      list,
      'told',
      'The connection to Xero is deleted. Larkspur can no longer read its data through Codat.',
    );
    expect(events).to.deep.equal(['codat-delete', 'codat-deleted']);
    expect(changes().map(({ method }) => method)).to.deep.equal(['DELETE']);
    await eventually(() => list.matches(':focus-within'), 'focus in the list');
  });

  it('move focus to the next row after a deletion, and to the previous one if it was the last', async () => {
    for (const key of ['gbol', 'fbrh', 'tgff']) await lender.addConnection(key, 'Marlow Bakery');
    const list = await setUp();
    const [first, second, third] = texts(list, 'name').map((name) => name.replace(/ ·.*/, ''));
    for (const [gone, next] of [
      [second, third],
      [third, first],
    ]) {
      (await part(list, 'menu-button')).focus();
      await take(list, 'Delete', gone);
      await press(list, 'Delete for good');
      await eventually(() => focused(list) === `More for ${next ?? ''}`, `focus on ${next ?? ''}`);
    }
    expect(parts(list, 'row')).to.have.length(1);
  });

  it('have a live region before there is anything to announce, which also announces changes made elsewhere', async () => {
    const id = await lender.addConnection('gbol', 'Marlow Bakery');
    const list = await setUp();
    const [place, ...others] = list.shadowRoot?.querySelectorAll<HTMLElement>('[role="status"]') ?? [];
    await eventually(() => place?.innerText === '', 'a silent list');
    expect(others).to.deep.equal([]);
    await lender.openSession().unlink(id);

    await eventually(() => place?.innerText === 'Xero: Disconnected', 'news');
    expect(place?.isConnected).to.equal(true);
  });

  it('announce their progress: started, done, failed', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = await setUp();
    const said: string[] = [];
    const status = await part(list, 'told');
    new MutationObserver(() => {
      const text = status.innerText.trim();
      if (text && text !== said.at(-1)) said.push(text);
    }).observe(status, { childList: true, characterData: true, subtree: true });
    const mend = lender.simulator.faults.add({ method: 'PATCH', trouble: { is: 'refused', status: 400 } });
    await take(list, 'Disconnect');
    await press(list, 'Disconnect');
    await part(list, 'doing', /Something went wrong/);
    mend();
    await take(list, 'Disconnect');
    await press(list, 'Disconnect');
    await part(list, 'status', 'Disconnected');
    await list.updateComplete;

    expect(said).to.deep.equal([
      'Disconnecting Xero',
      'Something went wrong. Contact support if it happens again.',
      'Disconnecting Xero',
      'Xero is disconnected. Larkspur keeps what it has already read, and reads nothing new.',
    ]);
  });

  it('show the journey through the platform’s sign-in in the connection’s row', async () => {
    for (const key of ['fbrh', 'gbol'])
      lender.simulator.deauthorize(await lender.addConnection(key, 'Marlow Bakery'));
    const list = await setUp();
    await press(list, 'Reconnect FreeAgent');
    const panel = await part(list, 'panel');

    expect(panel.closest('[part="row"]')?.querySelector('[part="name"]')?.textContent).to.match(/FreeAgent/);
    expect(ways(list)).to.deep.equal(['Reconnect Xero']);
    await expect(list).to.be.accessible();
  });

  it('keep the connection when the person cancels deleting it', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = await setUp();
    await take(list, 'Delete');
    await press(list, 'Keep it');

    await eventually(() => parts(list, 'dialog').length === 0);
    expect(texts(list, 'status')).to.deep.equal(['Connected']);
    expect(changes()).to.deep.equal([]);
  });

  it('leave the action to the host if the host cancels the request', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = await setUp();
    for (const type of ['codat-disconnect', 'codat-delete'] as const)
      list.addEventListener(type, (event) => event.preventDefault());
    await take(list, 'Disconnect');
    await take(list, 'Delete');
    await list.updateComplete;

    expect(parts(list, 'dialog')).to.deep.equal([]);
  });

  it('reconnect a lost connection, with the same id', async () => {
    const id = await lender.addConnection('gbol', 'Marlow Bakery');
    lender.simulator.deauthorize(id);
    const list = await setUp();
    const events = recordEvents(['reconnect', 'started', 'connected', 'failed']);
    const connected = nextEvent('codat-connected');
    (await part(list, 'way', 'Reconnect')).focus();
    await press(list, 'Reconnect Xero');
    await part(list, 'panel-heading', 'Finish signing in at Xero');
    await expect(list).to.be.accessible();
    await signIn.pressAndReturn('Allow');

    expect((await connected).connection.id).to.equal(id);
    await part(list, 'status', 'Connected');
    expect(events).to.deep.equal(['codat-reconnect', 'codat-started', 'codat-connected']);
    await press(list, 'Done');
    await eventually(() => parts(list, 'panel').length === 0);
    await eventually(() => focused(list) === 'More for Xero', 'focus in the row it was about');
    expect(ways(list)).to.deep.equal([]);
    expect(await offered(list)).to.deep.equal(['Details', 'Disconnect', 'Delete']);
  });

  it('finish a pending connection', async () => {
    await lender.addConnection('gbol');
    const list = await setUp();
    expect(ways(list)).to.deep.equal(['Finish connecting Xero']);
    await press(list, 'Finish connecting Xero');
    await signIn.pressAndReturn('Allow', 'Marlow Bakery');

    await part(list, 'name', 'Xero · Marlow Bakery');
  });

  it('open no window when the host cancels the request to reconnect', async () => {
    await lender.addConnection('gbol');
    const list = await setUp();
    list.addEventListener('codat-reconnect', (event) => event.preventDefault());
    await press(list, 'Finish connecting Xero');

    expect(signIn.opened).to.equal(0);
  });

  it('show only what the lender permits', async () => {
    await open({ permit: ({ action }) => action === 'disconnect' });
    const lost = await lender.addConnection('gbol', 'Marlow Bakery');
    lender.simulator.deauthorize(lost);
    await lender.addConnection('fbrh', 'Marlow Bakery');

    const list = await setUp();
    expect(ways(list)).to.deep.equal([]);
    expect(await offered(list, 'FreeAgent')).to.deep.equal(['Details', 'Disconnect']);
    expect(await offered(list, 'Xero')).to.deep.equal(['Details']);
  });

  it('show what to do and a reference when Codat fails, with nothing lost', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = await setUp();
    const mend = lender.simulator.faults.add({ method: 'PATCH', trouble: { is: 'refused', status: 500 } });
    const failed = nextEvent('codat-failed');
    await take(list, 'Disconnect');
    await press(list, 'Disconnect');

    const { error } = await failed;
    expect(error.kind).to.equal('unavailable');
    await part(
      list,
      'doing',
      `This can’t be reached just now. Nothing is lost. Try again in a moment. Reference ${error.correlationId ?? '–'}`,
    );
    expect(texts(list, 'status')).to.deep.equal(['Connected']);
    await expect(list).to.be.accessible();

    mend();
    await take(list, 'Disconnect');
    await press(list, 'Disconnect');
    await part(list, 'status', 'Disconnected');
    expect(parts(list, 'doing')).to.deep.equal([]);
  });

  it('show a message when the connection to delete is deleted already', async () => {
    const id = await lender.addConnection('gbol', 'Marlow Bakery');
    const list = await setUp();
    await lender.deleteConnection(id);
    await take(list, 'Delete');
    await press(list, 'Delete for good');

    await part(list, 'told', /^This is no longer here\./);
  });

  it('run one at a time: another row waits as well, so that no request is lost', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    await lender.addConnection('fbrh', 'Marlow Bakery');
    const list = await setUp();
    const answer = lender.holdResponse(({ method }) => method === 'PATCH');
    await take(list, 'Disconnect');
    await press(list, 'Disconnect');
    await part(list, 'told', 'Disconnecting Xero');

    await press(list, 'More for FreeAgent');
    const waiting = await part(list, 'menu-item', 'Disconnect');
    expect(waiting.getAttribute('aria-disabled')).to.equal('true');
    await press(list, 'More for FreeAgent');
    await eventually(() => parts(list, 'menu').length === 0);
    await take(list, 'Disconnect', 'FreeAgent');
    await list.updateComplete;
    expect(parts(list, 'dialog')).to.deep.equal([]);
    answer.release();
    await part(list, 'status', 'Disconnected');
    await take(list, 'Disconnect', 'FreeAgent');
    await part(list, 'dialog');
  });

  it('send nothing more once the list has left the page', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = await setUp();
    await take(list, 'Disconnect');
    list.remove();
    await list.updateComplete;
    document.body.append(list);
    await part(list, 'row');

    expect(parts(list, 'dialog')).to.deep.equal([]);
  });

  for (const [item, yes, event, trouble] of [
    ['Disconnect', 'Disconnect', 'codat-disconnected', false],
    ['Delete', 'Delete for good', 'codat-deleted', false],
    ['Delete', 'Delete for good', 'codat-failed', true],
  ] as const)
    it(`dispatch ${event} on the document if the list has left the page before Codat responds`, async () => {
      await lender.addConnection('gbol', 'Marlow Bakery');
      const list = await setUp();
      if (trouble) lender.simulator.faults.add({ method: 'DELETE', trouble: { is: 'refused', status: 400 } });
      const answer = lender.holdResponse(({ method }) => method === 'PATCH' || method === 'DELETE');
      await take(list, item);
      await press(list, yes);
      await answer.ready;
      list.remove();
      const told = nextEvent(event);
      answer.release();

      expect((await told).target).to.equal(document);
    });

  describe('after another customer has signed in', () => {
    let list: List;

    beforeEach(async () => {
      await lender.addConnection('gbol', 'Marlow Bakery');
      list = await setUp();
    });

    const becomeAnother = async (): Promise<void> => {
      const another = await lender.signInAs('rye-mill');
      lender.session.end();
      await eventually(() => lender.session.companyId === another && list.matches(':state(empty)'));
    };

    it('announce nothing done for the first', async () => {
      await take(list, 'Delete');
      await press(list, 'Delete for good');
      const told = await part(list, 'told', /is deleted/);
      await becomeAnother();

      expect(told.innerText).to.equal('');
    });

    for (const trouble of [undefined, { is: 'refused', status: 400 }] as const)
      it(`announce nothing that ${trouble ? 'fails' : 'is done'} for the first only then`, async () => {
        if (trouble) lender.simulator.faults.add({ method: 'PATCH', trouble });
        const answer = lender.holdResponse(({ method }) => method === 'PATCH');
        await take(list, 'Disconnect');
        await press(list, 'Disconnect');
        const told = await part(list, 'told', 'Disconnecting Xero');
        await answer.ready;
        await becomeAnother();
        expect(told.innerText).to.equal('');

        const news = nextEvent(trouble ? 'codat-failed' : 'codat-disconnected');
        answer.release();
        await news;
        await list.updateComplete;
        expect(told.innerText).to.equal('');
      });

    it('ask for no confirmation about the first', async () => {
      await take(list, 'Disconnect');
      await part(list, 'dialog');
      await becomeAnother();

      expect(parts(list, 'dialog')).to.deep.equal([]);
    });
  });

  it('work by keyboard alone', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = await setUp();
    const strike = (key: string) => sendKeys({ press: key });
    document.body.tabIndex = -1;
    document.body.focus();
    await strike('Tab');
    expect(focused(list)).to.equal('More for Xero');
    await strike('Enter');
    await eventually(() => focused(list) === 'Details');
    await strike('ArrowDown');
    await strike('Enter');
    await part(list, 'dialog');
    await strike('Escape');
    await eventually(() => parts(list, 'dialog').length === 0);
    expect(focused(list)).to.equal('More for Xero');
    await strike('Space');
    await eventually(() => focused(list) === 'Details');
    await strike('d');
    await strike('d');
    expect(focused(list)).to.equal('Delete');
    await strike('d');
    await strike('d');
    await strike('Space');
    await part(list, 'dialog');
    await strike('Tab');
    expect(focused(list)).to.equal('Disconnect');
    await strike('Enter');

    await part(list, 'status', 'Disconnected');
    document.body.removeAttribute('tabindex');
  });

  it('fit their dialog in a narrow window though a name is longer than it', async () => {
    const { innerWidth: width, innerHeight: height } = window;
    await setViewport({ width: 320, height: 700 });
    const name = 'Donaudampfschifffahrt'.repeat(4).slice(0, 80);
    await lender.addConnection('gbol', name);
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = await setUp();
    await take(list, 'Disconnect', `Xero (${name})`);
    const dialog = await part(list, 'dialog');
    const { left, right } = dialog.getBoundingClientRect();
    const wider = dialog.scrollWidth - dialog.clientWidth;
    await setViewport({ width, height });

    expect(dialog.textContent).to.contain(name);
    expect([left >= 0, right <= 320, wider]).to.deep.equal([true, true, 0]);
  });
});
