import { expect } from '@open-wc/testing';
import { ConnectionList, define } from '../../src/elements.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, part, texts } from '../support/page.js';

const tags = ['platform-picker', 'connection-list', 'sync-progress', 'connection-result', 'powered-by-codat'];
const defined = (prefix = ''): string[] => tags.filter((tag) => customElements.get(prefix + tag));

describe('defining the elements', () => {
  let lender: Lender;

  before(async () => {
    lender = await openLender();
    await lender.addConnection('gbol', 'Marlow Bakery');
  });

  after(() => {
    lender.end();
    clear();
  });

  it('is left to the host: importing the classes registers nothing', () => {
    expect(defined()).to.deep.equal([]);
  });

  it('gives every element a prefix where the host wants one, in classes of their own', async () => {
    define('larkspur');
    expect(defined('larkspur-')).to.deep.equal(tags);
    expect(defined()).to.deep.equal([]);

    const list = document.createElement('larkspur-connection-list');
    if (!(list instanceof ConnectionList)) throw new Error('It is not a list of connections.');
    list.session = lender.session;
    document.body.append(list);
    await part(list, 'name', 'Xero · Marlow Bakery');
  });

  it('keeps what the page set before: properties, attributes and children', async () => {
    const list = document.createElement('connection-list');
    list.setAttribute('heading-level', '4');
    list.innerHTML = '<p slot="help">Call 5.</p><a href="/help">Without script</a>';
    Object.assign(list, { session: lender.session, lender: 'Larkspur', sourceTypes: ['Accounting'] });
    document.body.append(list);
    expect(list).to.not.be.instanceOf(ConnectionList);
    define();

    await part(list, 'name', 'Xero · Marlow Bakery');
    expect([list.lender, list.headingLevel, list.sourceTypes]).to.deep.equal(['Larkspur', 4, ['Accounting']]);
    const [heading] = list.shadowRoot?.querySelectorAll('[role="heading"]') ?? [];
    expect(heading?.getAttribute('aria-level')).to.equal('4');
    expect(list.querySelector('[slot="help"]')?.checkVisibility()).to.equal(true);
    expect(texts(list, 'status')).to.deep.equal(['Connected']);
  });

  it('leaves a tag that is already defined as it is', () => {
    const before = customElements.get('connection-list');
    define();

    expect(customElements.get('connection-list')).to.equal(before);
  });
});
