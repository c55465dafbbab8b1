import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { createSession, type Session } from '../../../src/session/session.js';
import { openLender } from '../../support/lender.js';
import { clear, eventually, mount, part, parts, press, texts } from '../../support/page.js';

type Picker = HTMLElementTagNameMap['platform-picker'];

const banksOf = (count: number): object[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `bank-${index}`,
    name: `Bank ${String(index).padStart(4, '0')}`,
    enabled: true,
    sourceType: 'Banking',
  }));

/** A session of a lender that has enabled so many banks. */
function sessionWith(count: number): Session {
  const banks = banksOf(count);
  return createSession({
    getToken: () => new Promise(() => undefined),
    platforms: 'https://lender.test/platforms',
    fetch: () => Promise.resolve(Response.json({ results: banks })),
  });
}

describe('a picker with a thousand platforms', () => {
  let session: Session;

  beforeEach(() => (session = sessionWith(1000)));

  afterEach(() => {
    session.end();
    clear();
  });

  const open = async (): Promise<Picker> => {
    const picker = mount('platform-picker', { session });
    await part(picker, 'tile', 'Bank 0000');
    return picker;
  };

  const type = async (picker: Picker, query: string): Promise<void> => {
    const search = (await part(picker, 'search')).querySelector('input');
    if (!search) throw new Error('There is no search field.');
    search.focus();
    search.value = query;
    search.dispatchEvent(new InputEvent('input'));
    await picker.updateComplete;
  };

  const countNodes = (root: Node): number =>
    [...root.childNodes].reduce((sum, child) => sum + 1 + countNodes(child), 0);

  it('shows two dozen of them in few nodes, and the total', async () => {
    const picker = await open();

    expect(parts(picker, 'tile')).to.have.length(24);
    await part(picker, 'small', '1000 platforms');
    // What is around the platforms loads later, and counts as well.
    await part(picker, 'not-listed');
    for (const tile of parts(picker, 'tile')) expect(countNodes(tile)).to.be.at.most(8);
    expect(countNodes(picker.shadowRoot ?? picker)).to.be.at.most(450);
  });

  it('shows all on request, with focus on the first new one, and announces the count', async () => {
    const picker = await open();
    await press(picker, 'Show all 1000: Banking');
    await eventually(() => picker.shadowRoot?.activeElement?.textContent.trim() === 'Bank 0024', 'focus');
    await eventually(() => parts(picker, 'tile').length === 1000, 'all of them');

    await eventually(() => !texts(picker, 'button').includes('Show all 1000'), 'the end of the button');
    const announced = [...(picker.shadowRoot?.querySelectorAll('[role="status"]') ?? [])];
    expect(announced.map(({ textContent }) => textContent.trim())).to.include('Banking: 1000 platforms');
    expect(picker.shadowRoot?.activeElement?.textContent.trim()).to.equal('Bank 0024');
  });

  it('doesn’t move focus when the button is removed', async () => {
    session.end();
    session = sessionWith(60);
    const picker = await open();
    const focused: string[] = [];
    const button = await part(picker, 'button', 'Show all 60');
    button.focus();
    picker.shadowRoot?.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLElement) focused.push(target.textContent.trim());
    });
    button.click();
    await eventually(() => !texts(picker, 'button').includes('Show all 60'), 'the end of the button');

    expect(focused).to.deep.equal(['Bank 0024']);
  });

  it('shows the one that the company has begun as well, but in a search only if it matches', async () => {
    session.end();
    const lender = await openLender();
    const begun = { id: 'c1', integrationKey: 'bank-500', platformName: 'Bank 0500', sourceType: 'Banking' };
    session = createSession({
      tokenEndpoint: `${lender.baseUrl}/token`,
      fetch: async (request) => {
        if (request.url.includes('/connections'))
          return Response.json({ results: [{ ...begun, status: 'PendingAuth', can: ['reconnect'] }] });
        if (request.url.includes('/platforms')) return Response.json({ results: banksOf(1000) });
        return lender.fetch(request);
      },
    });
    const picker = await open();
    await part(picker, 'tile', 'Bank 0500 Finish connecting');
    expect(parts(picker, 'tile')).to.have.length(25);
    await type(picker, '099');
    expect(texts(picker, 'name')).to.not.include('Bank 0500');
    await type(picker, '');
    expect(parts(picker, 'tile')).to.have.length(25);
    lender.end();
  });

  it('searches all of them, and shows the best 48 with how many more there are', async () => {
    const picker = await open();
    await type(picker, 'bank 09');
    await part(picker, 'small', '100 platforms');

    expect(parts(picker, 'tile')).to.have.length(48);
    await part(picker, 'note', 'and 52 more: keep typing');
    await type(picker, 'bank 0997');
    expect(texts(picker, 'name')).to.deep.equal(['Bank 0997']);
  });

  it('keeps a tile that was found, and shows the first ones again when the search is cleared', async () => {
    const picker = await open();
    await type(picker, '0997');
    const [found] = parts(picker, 'tile');
    await type(picker, '');
    expect(parts(picker, 'tile')).to.have.length(24);
    await type(picker, '099');

    expect(parts(picker, 'tile')).to.include(found);
  });

  it('shows each once when all are shown after a search has found some', async () => {
    session.end();
    session = sessionWith(60);
    const picker = await open();
    await type(picker, 'bank 005');
    expect(parts(picker, 'tile')).to.have.length(10);
    await type(picker, '');
    await press(picker, 'Show all 60: Banking');
    await eventually(() => !texts(picker, 'button').includes('Show all 60'), 'the end of the button');
    const names = texts(picker, 'name');

    expect(names).to.have.length(60);
    expect(new Set(names)).to.have.property('size', 60);
  });
});
