import { expect } from '@open-wc/testing';
import { createSession } from '../../../src/index.js';
import { openLender } from '../../support/lender.js';
import { clear, part, parts, mount, texts } from '../../support/page.js';

const statuses = ['PendingAuth', 'Linked', 'Unlinked', 'Deauthorized', 'Hibernating', ''];
const errors = [null, [], ['403'], ['500'], ['501'], ['999', '403'], [null]];
const actions = ['reconnect', 'disconnect', 'delete'];
/** Every set of actions, and no word on any. */
const permitted = [
  null,
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((bits) => actions.filter((_, index) => bits & (1 << index))),
];

/** What each control lets a person do. */
const does: Readonly<Record<string, string>> = {
  Finish: 'reconnect',
  'Try again': 'reconnect',
  Reconnect: 'reconnect',
  Disconnect: 'disconnect',
  Delete: 'delete',
};

/** Every status with every history and every permission, three kinds of platform in turn. */
const all = statuses.flatMap((status) =>
  errors.flatMap((codes) => permitted.map((can) => ({ status, codes, can }))),
);

describe('<connection-list>, with random connections', () => {
  it('names every connection and its status, and offers each permitted action once, and nothing else', async () => {
    const lender = await openLender();
    const platforms = [
      { integrationKey: 'gbol', platformName: 'Xero', sourceType: 'Accounting' },
      { integrationKey: 'hbql', platformName: 'Sage 50 (UK)', sourceType: 'Accounting' },
      { platformName: 'Gone & <forgotten>', sourceType: 'Payroll' },
    ];
    const results = all.map(({ status, codes, can }, index) => ({
      id: `connection-${index}`,
      ...platforms[index % platforms.length],
      status,
      created: index % 2 ? '2026-03-04T09:00:00' : null,
      lastSync: index % 5 ? '2026-03-05T09:00:00' : undefined,
      dataConnectionErrors: codes?.map((statusCode) => ({ statusCode, erroredOnUtc: 'not a date' })) ?? null,
      connectionInfo: index % 7 ? { companyName: 'Marlow Bakery' } : null,
      can,
    }));
    const session = createSession({
      tokenEndpoint: `${lender.baseUrl}/token`,
      fetch: async (request) =>
        request.url.includes('/connections') ? Response.json({ results }) : lender.gateway.fetch(request),
    });
    const list = mount('connection-list', { session }, { lender: 'Larkspur' });
    // It is known for what it is once the platforms are there.
    await part(list, 'status', 'Read once');

    expect(parts(list, 'row')).to.have.length(all.length);
    // The items of a menu are there once its button is approached.
    for (const button of parts(list, 'menu-button')) button.dispatchEvent(new Event('pointerenter'));
    await list.updateComplete;
    const text = new Set(texts(list, 'status'));
    expect(text.size).to.equal(7);
    for (const row of parts(list, 'row')) {
      const { can } = results[Number(row.dataset['row']?.split('-')[1])] ?? {};
      const shown = (part: string) => row.querySelector<HTMLElement>(`[part~="${part}"]`)?.innerText.trim();
      expect(shown('name')).to.match(/^(?:Xero|Sage 50 \(UK\)|Gone & <forgotten>)(?: · Marlow Bakery)?$/);
      expect(shown('status')).to.match(/^[A-Z]/);
      const controls = [...row.querySelectorAll('[part~="way"], [part="menu-item"]')]
        .map(({ textContent }) => textContent.trim())
        .filter((name) => name !== 'Details');
      expect(controls.map((name) => does[name]).sort()).to.deep.equal([...(can ?? [])].sort());
    }
    expect(list.shadowRoot?.textContent).not.to.match(/undefined|null|NaN|Invalid|\[object/);
    session.end();
    lender.end();
    clear();
  });
});
