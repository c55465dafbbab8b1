import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { openLender, type Lender } from '../../support/lender.js';
import { clear, part, parts, mount, press, texts } from '../../support/page.js';

type List = HTMLElementTagNameMap['connection-list'];

describe('“connect another” in <connection-list>', () => {
  let lender: Lender;

  beforeEach(async () => {
    lender = await openLender();
    await lender.addConnection('gbol', 'Marlow Bakery');
    await lender.addConnection('qhnd', 'Harbour Bank');
    await lender.addConnection('exgd', 'Marlow Bakery');
  });

  afterEach(() => {
    lender.end();
    clear();
  });

  const setUp = async (properties: Partial<List> = {}): Promise<List> => {
    const list = mount('connection-list', { session: lender.session, ...properties });
    await part(list, 'row');
    return list;
  };

  it('leads from an empty list to a picker that lets people choose among the same kinds, if there is one', async () => {
    const empty = (sourceTypes: List['sourceTypes']) =>
      mount('connection-list', { session: lender.session, sourceTypes });
    const picker = mount('platform-picker', { session: lender.session, sourceTypes: ['Expense'] });
    const other = empty(['BankFeed']);
    await part(other, 'note', 'Nothing is connected yet.');
    expect(parts(other, 'another')).to.deep.equal([]);
    other.remove();
    picker.sourceTypes = [];
    picker.platform = 'gbol';
    const single = empty(['BankFeed']);
    await part(single, 'note', 'Nothing is connected yet.');
    expect(parts(single, 'another')).to.deep.equal([]);
    single.remove();

    picker.platform = '';
    picker.sourceTypes = ['BankFeed', 'Accounting'];
    await part(picker, 'tile');
    const list = empty(['BankFeed']);
    await press(list, 'Choose what to connect');
    expect(document.activeElement).to.equal(picker);
  });

  it('is not offered if nothing on the page can handle it', async () => {
    expect(parts(await setUp(), 'another')).to.deep.equal([]);
  });

  it('is offered for banks and shops if the host handles it, and never for accounting', async () => {
    const requested: string[] = [];
    const list = await setUp({ connectAnother: (kind) => requested.push(kind) });
    expect(texts(list, 'another')).to.deep.equal(['Connect another bank', 'Connect another shop']);
    await press(list, 'Connect another bank');
    await press(list, 'Connect another shop');

    expect(requested).to.deep.equal(['Banking', 'Commerce']);
    await expect(list).to.be.accessible();
  });

  it('is offered only for kinds that already have a connection', async () => {
    const list = await setUp({ connectAnother: () => undefined, sourceTypes: ['Accounting', 'Commerce'] });

    expect(texts(list, 'another')).to.deep.equal(['Connect another shop']);
  });

  it('is offered for a picker whose token endpoint is written in another way', async () => {
    const own = window.fetch.bind(window);
    window.fetch = (input, init) => lender.fetch(new Request(input, init));
    const endpoint = `${lender.baseUrl}/token`;
    mount(
      'platform-picker',
      { sourceTypes: ['Banking'] },
      { 'token-endpoint': endpoint.toUpperCase().replace('CODAT/TOKEN', 'codat/./token/') },
    );
    const list = mount('connection-list', {}, { 'token-endpoint': endpoint });
    await part(list, 'row');
    expect(texts(list, 'another')).to.deep.equal(['Connect another bank']);
    list.remove();
    window.fetch = own;
  });

  it('is offered for the kinds that a picker of the same session shows, and leads there', async () => {
    const picker = mount('platform-picker', { session: lender.session, sourceTypes: ['Banking'] });
    await part(picker, 'tile');
    const list = await setUp();
    expect(texts(list, 'another')).to.deep.equal(['Connect another bank']);
    await press(list, 'Connect another bank');

    expect(document.activeElement).to.equal(picker);
  });

  it('works in the shadow root that the list is in', async () => {
    const frame = document.createElement('div');
    document.body.append(frame);
    const root = frame.attachShadow({ mode: 'open' });
    const picker = mount('platform-picker', { session: lender.session });
    const list = mount('connection-list', { session: lender.session });
    root.append(picker, list);
    await part(list, 'another', 'Connect another bank');
  });

  it('is offered in the row of what can’t be connected here, and named there only if something can', async () => {
    lender.simulator.addError(await lender.addConnection('fbrh'), '501');
    const list = await setUp();
    await part(list, 'why', 'FreeAgent can’t be connected here. Contact support.');
    expect(texts(list, 'way')).to.deep.equal([]);
    list.remove();

    const picker = mount('platform-picker', { session: lender.session, sourceTypes: ['Accounting'] });
    await part(picker, 'tile');
    const beside = await setUp();
    await part(
      beside,
      'why',
      'FreeAgent can’t be connected here. Choose another platform, or contact support.',
    );
    await press(beside, 'Choose another platform than FreeAgent');
    expect(document.activeElement).to.equal(picker);
    await expect(beside).to.be.accessible();
  });

  it('is not offered by a picker of another session, or one that shows a single platform', async () => {
    mount('platform-picker', { session: lender.openSession() });
    mount('platform-picker', { session: lender.session, platform: 'qhnd' });

    expect(parts(await setUp(), 'another')).to.deep.equal([]);
  });
});
