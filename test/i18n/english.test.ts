import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dataTypeSupportOf } from '../../src/simulator/pulls.js';
import { platforms } from '../../src/simulator/platforms/platforms.js';
import { en } from '../../tools/english.js';

describe('English', () => {
  it('counts one platform and several', () => {
    const { results } = en.platformPicker;

    assert.deepEqual([0, 1, 2, 21].map(results), [
      '0 platforms',
      '1 platform',
      '2 platforms',
      '21 platforms',
    ]);
  });

  it('asks for the kinds of platform, one or several, and for the business where a kind has no name', () => {
    const { heading } = en.platformPicker;

    assert.equal(heading(['Accounting']), 'Connect your accounting software');
    assert.equal(heading(['Accounting', 'Banking']), 'Connect your accounting software and bank');
    assert.equal(
      heading(['Accounting', 'Banking', 'Commerce']),
      'Connect your accounting software, bank and shop',
    );
    assert.equal(heading([]), 'Connect your business');
    assert.equal(heading(['Payroll']), 'Connect your business');
  });

  it('names the lender, or says “your lender”', () => {
    assert.match(en.journey.intro('Larkspur'), /come back to Larkspur\. You can disconnect/);
    assert.match(en.journey.intro(''), /come back to this page\./);
    assert.match(en.connectionList.confirm.delete('Xero', '').advice, /^This lender /);
    assert.match(en.connectionResult.unknown('').advice, /the page you came from/);
    assert.equal(en.connectionResult.continueTo(''), 'Continue');
    assert.equal(en.connectionResult.goBack(''), 'Go back');
  });

  it('names data types in plain words', () => {
    const { dataType } = en.syncProgress;

    assert.deepEqual(
      [
        'profitAndLoss',
        'bankTransactions',
        'banking-accounts',
        'banking-somethingNew',
        'commerce-disputes',
        'invoices',
        'x',
        '',
      ].map(dataType),
      [
        'Profit and loss',
        'Bank transactions',
        'Bank accounts',
        'Something new',
        'Disputes',
        'Invoices',
        'X',
        '',
      ],
    );
  });

  it('has a name for each data type, with no two alike on one platform', () => {
    for (const platform of platforms) {
      const names = dataTypeSupportOf(platform).map(({ dataType }) => en.syncProgress.dataType(dataType));
      assert.equal(new Set(names).size, names.length, platform.name);
      for (const name of names) assert.match(name, /^[A-Z][a-z]+( [a-z]+)*$/);
    }
  });

  it('has for every error what happened and what to do', () => {
    for (const [kind, { title, advice }] of Object.entries(en.errors)) {
      assert.match(title, /^[A-Z].*[^.]$/, kind);
      assert.match(advice, /\.$/, kind);
    }
  });
});
