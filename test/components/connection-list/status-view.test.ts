import { expect } from '@open-wc/testing';
import { parseConnection, type Connection } from '../../../src/api/schemas/connection.js';
import { groupRows, toConnectionRows } from '../../../src/components/connection-list/connection-rows.js';
import { statusViewOf } from '../../../src/components/connection-list/status-view.js';
import { connectionList } from '../../../src/i18n/locales/en/connection-list.js';

const wire = { id: 'c1', integrationKey: 'hbql', platformName: 'Sage 50 (UK)', status: 'Linked' };

const of = (facts: object): Connection => parseConnection({ ...wire, ...facts });

const failedWith = (...codes: string[]) => ({
  status: 'PendingAuth',
  dataConnectionErrors: codes.map((statusCode) => ({ statusCode, status: 'Active' })),
});

/** The status text, its reason, and the action offered. */
const reported = (facts: object, offline = false): readonly (string | undefined)[] => {
  const { status, reason: why, nextStep: way } = statusViewOf(of(facts), offline);
  return [connectionList.statuses[status], why, way];
};

describe('the status of a connection', () => {
  it('follows from Codat’s status', () => {
    expect(reported({})).to.deep.equal(['Connected', undefined, undefined]);
    expect(reported({ status: 'PendingAuth' })).to.deep.equal(['Finish connecting', 'unfinished', 'finish']);
    expect(reported({ status: 'Unlinked' })).to.deep.equal(['Disconnected', 'unlinked', 'reconnect']);
    expect(reported({ status: 'Deauthorized' })).to.deep.equal(['Access lost', 'lost', 'reconnect']);
    expect(reported({ status: 'Hibernating' })).to.deep.equal(['Needs attention', 'unknown', 'reconnect']);
  });

  it('follows, while it is pending, from the last error', () => {
    expect(reported(failedWith('403'))).to.deep.equal(['Finish connecting', 'declined', 'finish']);
    expect(reported(failedWith('500'))).to.deep.equal(['Couldn’t connect', 'failed', 'tryAgain']);
    expect(reported(failedWith('501'))).to.deep.equal(['Couldn’t connect', 'unsupported', 'choose']);
    expect(reported(failedWith('999'))).to.deep.equal(['Couldn’t connect', 'failed', 'tryAgain']);
    expect(reported(failedWith('500', '403'))).to.deep.equal(['Finish connecting', 'declined', 'finish']);
  });

  it('is good while it is linked, whatever went wrong on the way', () => {
    expect(reported({ ...failedWith('500'), status: 'Linked' })).to.deep.equal([
      'Connected',
      undefined,
      undefined,
    ]);
  });

  describe('a desktop platform whose access has ended', () => {
    const once = { status: 'Deauthorized', created: '2026-03-04T09:00:00', lastSync: '2026-03-05T03:00:00' };

    it('is «read once» if that happened soon after the start', () => {
      expect(reported(once, true)).to.deep.equal(['Read once', 'readOnce', undefined]);
    });

    for (const [when, facts, offline] of [
      ['it was read for longer', { ...once, lastSync: '2026-06-04T09:00:00' }, true],
      ['it was never read', { ...once, lastSync: null }, true],
      ['nobody knows when it began', { ...once, created: null }, true],
      ['something went wrong', { ...once, dataConnectionErrors: [{ statusCode: '500' }] }, true],
      ['the platform is none of that kind', once, false],
    ] as const) {
      it(`is «access lost» if ${when}`, () => {
        expect(reported(facts, offline)).to.deep.equal(['Access lost', 'lost', 'reconnect']);
      });
    }
  });
});

describe('a list of connections', () => {
  const laidOut = (...all: object[]): Record<string, string[]> =>
    Object.fromEntries(
      groupRows(toConnectionRows(all.map(of), [], connectionList)).map(({ title, rows: standings }) => [
        title,
        standings.map(({ name }) => name),
      ]),
    );

  it('starts with those that need the person, then sorts by kind, the newest first', () => {
    expect(
      laidOut(
        { platformName: 'Stripe', sourceType: 'Commerce' },
        { platformName: 'Xero', sourceType: 'Accounting', status: 'Unlinked', created: '2026-03-04' },
        { platformName: 'Sage', sourceType: 'Accounting', created: '2026-03-05' },
        { platformName: 'Plaid', sourceType: 'Banking', status: 'Deauthorized' },
        { platformName: 'Payroll', sourceType: 'Payroll' },
      ),
    ).to.deep.equal({
      needsPerson: ['Plaid'],
      Accounting: ['Sage', 'Xero'],
      Commerce: ['Stripe'],
      Unknown: ['Payroll'],
    });
  });

  it('distinguishes two of one platform by their organisations, if those are known', () => {
    const plaid = { platformName: 'Plaid', sourceType: 'Banking' };

    expect(
      laidOut({ ...plaid, connectionInfo: { companyName: 'Harbour Bank' } }, plaid, {
        platformName: 'TrueLayer',
        sourceType: 'Banking',
        connectionInfo: { companyName: 'Harbour Bank' },
      })['Banking'],
    ).to.deep.equal(['Plaid (Harbour Bank)', 'Plaid', 'TrueLayer']);
  });
});
