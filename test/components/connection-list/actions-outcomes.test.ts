import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { createSession } from '../../../src/session/session.js';
import { eventually, mount, nextEvent, part, parts, press, texts } from '../../support/page.js';
import { ActionsPage, buttonsOf, choose, liveUpdates, menuItemsOf, type List } from './actions-page.js';

describe('the outcomes of the actions of <connection-list>', () => {
  let page: ActionsPage;

  beforeEach(async () => {
    page = new ActionsPage();
    await page.open();
  });

  afterEach(() => page.close());

  it('have a live region before there is anything to announce, which also announces changes made elsewhere', async () => {
    const id = await page.lender.addConnection('gbol', 'Marlow Bakery');
    const list = await page.mount();
    const [status, ...others] = list.shadowRoot?.querySelectorAll<HTMLElement>('[role="status"]') ?? [];
    await eventually(() => status?.innerText === '', 'a silent list');
    expect(others).to.deep.equal([]);
    const other = page.lender.openSession();
    await part(mount('connection-list', { session: other }), 'status', 'Connected');
    await liveUpdates(page.lender.session, other);
    await other.unlink(id);

    await eventually(() => status?.innerText === 'Xero: Disconnected', 'an announcement');
    expect(status?.isConnected).to.equal(true);
  });

  it('announce every change that comes at once, and a sign-in that failed elsewhere', async () => {
    const { simulator, session } = page.lender;
    const changed = [
      await page.lender.addConnection('gbol', 'Marlow Bakery'),
      await page.lender.addConnection('exgd', 'Marlow Shop'),
    ];
    const pending = await page.lender.addConnection('qhyg');
    const list = await page.mount();
    const refetch = async (): Promise<void> => {
      page.lender.tick(11_000);
      await session.connections.refresh();
    };
    for (const id of changed) simulator.deauthorize(id);
    await refetch();
    const told = await part(list, 'told', /Access lost/);
    expect(told.innerText.split('. ')).to.have.members(['Xero: Access lost', 'Stripe: Access lost']);
    simulator.addError(pending, '500');
    await refetch();

    await part(list, 'told', /: Couldn’t connect$/);
  });

  it('don’t repeat what a picker on the page announces', async () => {
    const list = mount('connection-list', { session: page.lender.session }, { lender: 'Larkspur' });
    const picker = mount('platform-picker', { session: page.lender.session }, { lender: 'Larkspur' });
    await part(picker, 'not-listed');
    await press(picker, 'Xero');
    await part(list, 'status', 'Finish connecting');
    await page.signIn.pressAndReturn('Allow');
    await part(picker, 'panel-heading', /is connected$/);
    await part(list, 'status', 'Connected');

    expect((await part(list, 'told')).innerText.trim()).to.equal('');
  });

  it('don’t say that the list is loading once it could not be loaded; the panel that says so is an alert', async () => {
    page.lender.simulator.faults.add({ path: /connections/, trouble: { is: 'refused', status: 500 } });
    const list = mount('connection-list', { session: page.lender.session });
    const panel = await part(list, 'panel');

    expect((await part(list, 'told')).textContent.trim()).to.equal('');
    expect(panel.getAttribute('role')).to.equal('alert');
  });

  it('announce their progress: started, done, failed', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const list = await page.mount();
    const announced: string[] = [];
    const status = await part(list, 'told');
    new MutationObserver(() => {
      const text = status.innerText.trim();
      if (text && text !== announced.at(-1)) announced.push(text);
    }).observe(status, { childList: true, characterData: true, subtree: true });
    const restore = page.lender.simulator.faults.add({
      method: 'PATCH',
      trouble: { is: 'refused', status: 400 },
    });
    await choose(list, 'Disconnect');
    await press(list, 'Disconnect');
    await part(list, 'doing', /Something went wrong/);
    restore();
    await choose(list, 'Disconnect');
    await press(list, 'Disconnect');
    await part(list, 'status', 'Disconnected');
    await list.updateComplete;

    expect(announced).to.deep.equal([
      'Disconnecting Xero',
      'Something went wrong. Contact support if it happens again.',
      'Disconnecting Xero',
      'Xero is disconnected. Larkspur keeps what it has already read, and reads nothing new.',
    ]);
  });

  it('leave the action to the host if the host cancels the request', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const list = await page.mount();
    for (const type of ['codat-disconnect', 'codat-delete'] as const)
      list.addEventListener(type, (event) => event.preventDefault());
    await choose(list, 'Disconnect');
    await choose(list, 'Delete');
    await list.updateComplete;

    expect(parts(list, 'dialog')).to.deep.equal([]);
  });

  it('open no window when the host cancels the request to reconnect', async () => {
    await page.lender.addConnection('gbol');
    const list = await page.mount();
    list.addEventListener('codat-reconnect', (event) => event.preventDefault());
    await press(list, 'Finish connecting Xero');

    expect(page.signIn.opened).to.equal(0);
  });

  it('show only what the lender permits', async () => {
    await page.open({ permit: ({ action }) => action === 'disconnect' });
    const lost = await page.lender.addConnection('gbol', 'Marlow Bakery');
    page.lender.simulator.deauthorize(lost);
    await page.lender.addConnection('fbrh', 'Marlow Bakery');

    const list = await page.mount();
    expect(buttonsOf(list)).to.deep.equal([]);
    expect(await menuItemsOf(list, 'FreeAgent')).to.deep.equal(['Details', 'Disconnect']);
    expect(await menuItemsOf(list, 'Xero')).to.deep.equal(['Details']);
  });

  it('show what to do and a reference when Codat fails, with nothing lost', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const list = await page.mount();
    const restore = page.lender.simulator.faults.add({
      method: 'PATCH',
      trouble: { is: 'refused', status: 500 },
    });
    const failed = nextEvent('codat-failed');
    await choose(list, 'Disconnect');
    await press(list, 'Disconnect');

    const { error } = await failed;
    expect(error.kind).to.equal('unavailable');
    await part(
      list,
      'doing',
      `This service can’t be reached right now. Nothing is lost. Try again in a moment. Reference ${error.correlationId ?? '–'}`,
    );
    expect(texts(list, 'status')).to.deep.equal(['Connected']);
    await expect(list).to.be.accessible();

    restore();
    await choose(list, 'Disconnect');
    await press(list, 'Disconnect');
    await part(list, 'status', 'Disconnected');
    expect(parts(list, 'doing')).to.deep.equal([]);
  });

  it('show a message when the connection to delete is deleted already', async () => {
    const id = await page.lender.addConnection('gbol', 'Marlow Bakery');
    const list = await page.mount();
    await page.lender.deleteConnection(id);
    page.lender.tick(11_000);
    await choose(list, 'Delete');
    await press(list, 'Delete for good');

    await part(list, 'told', /^This is no longer here\./);
    await eventually(() => list.matches(':state(empty)'), 'an empty list');
  });

  it('show what Codat has done though its answer was lost on the way', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const session = createSession({
      tokenEndpoint: `${page.lender.baseUrl}/token`,
      fetch: async (request) => {
        const response = await page.lender.fetch(request);
        if (request.method === 'PATCH') throw new TypeError('The network is gone.');
        return response;
      },
    });
    const list = mount('connection-list', { session });
    await part(list, 'status', 'Connected');
    await choose(list, 'Disconnect');
    await press(list, 'Disconnect');

    await part(list, 'status', 'Disconnected');
    session.end();
  });

  it('run one at a time: another row waits as well, so that no request is lost', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    await page.lender.addConnection('fbrh', 'Marlow Bakery');
    const list = await page.mount();
    const answer = page.lender.holdResponse(({ method }) => method === 'PATCH');
    await choose(list, 'Disconnect');
    await press(list, 'Disconnect');
    await part(list, 'told', 'Disconnecting Xero');

    await press(list, 'More for FreeAgent');
    const waiting = await part(list, 'menu-item', 'Disconnect');
    expect(waiting.getAttribute('aria-disabled')).to.equal('true');
    await press(list, 'More for FreeAgent');
    await eventually(() => parts(list, 'menu').length === 0);
    await choose(list, 'Disconnect', 'FreeAgent');
    await list.updateComplete;
    expect(parts(list, 'dialog')).to.deep.equal([]);
    answer.release();
    await part(list, 'status', 'Disconnected');
    await choose(list, 'Disconnect', 'FreeAgent');
    await part(list, 'dialog');
  });

  it('send nothing more once the list has left the page', async () => {
    await page.lender.addConnection('gbol', 'Marlow Bakery');
    const list = await page.mount();
    await choose(list, 'Disconnect');
    list.remove();
    await list.updateComplete;
    document.body.append(list);
    await part(list, 'row');

    expect(parts(list, 'dialog')).to.deep.equal([]);
  });

  for (const [item, confirm, event, trouble] of [
    ['Disconnect', 'Disconnect', 'codat-disconnected', false],
    ['Delete', 'Delete for good', 'codat-deleted', false],
    ['Delete', 'Delete for good', 'codat-failed', true],
  ] as const)
    it(`dispatch ${event} on the document if the list has left the page before Codat responds`, async () => {
      await page.lender.addConnection('gbol', 'Marlow Bakery');
      const list = await page.mount();
      if (trouble)
        page.lender.simulator.faults.add({ method: 'DELETE', trouble: { is: 'refused', status: 400 } });
      const answer = page.lender.holdResponse(({ method }) => method === 'PATCH' || method === 'DELETE');
      await choose(list, item);
      await press(list, confirm);
      await answer.ready;
      list.remove();
      const dispatched = nextEvent(event);
      answer.release();

      expect((await dispatched).target).to.equal(document);
    });

  describe('after another customer has signed in', () => {
    let list: List;

    beforeEach(async () => {
      await page.lender.addConnection('gbol', 'Marlow Bakery');
      list = await page.mount();
    });

    const signInAsAnother = async (): Promise<void> => {
      const another = await page.lender.signInAs('rye-mill');
      page.lender.session.end();
      await eventually(() => page.lender.session.companyId === another && list.matches(':state(empty)'));
    };

    it('announce nothing done for the first', async () => {
      await choose(list, 'Delete');
      await press(list, 'Delete for good');
      const status = await part(list, 'told', /is deleted/);
      await signInAsAnother();

      expect(status.innerText).to.equal('');
    });

    for (const trouble of [undefined, { is: 'refused', status: 400 }] as const)
      it(`announce nothing that ${trouble ? 'fails' : 'is done'} for the first only then`, async () => {
        if (trouble) page.lender.simulator.faults.add({ method: 'PATCH', trouble });
        const answer = page.lender.holdResponse(({ method }) => method === 'PATCH');
        await choose(list, 'Disconnect');
        await press(list, 'Disconnect');
        const status = await part(list, 'told', 'Disconnecting Xero');
        await answer.ready;
        await signInAsAnother();
        expect(status.innerText).to.equal('');

        const event = nextEvent(trouble ? 'codat-failed' : 'codat-disconnected');
        answer.release();
        expect((await event).target, 'not on the list of the second').to.equal(document);
        await list.updateComplete;
        expect(status.innerText).to.equal('');
      });

    it('ask for no confirmation about the first', async () => {
      await choose(list, 'Disconnect');
      await part(list, 'dialog');
      await signInAsAnother();

      expect(parts(list, 'dialog')).to.deep.equal([]);
    });
  });
});
