import { expect } from '@open-wc/testing';
import type { Platform } from '../../../src/api/schemas/platform.js';
import { groupPlatforms, filterAndSortPlatforms } from '../../../src/components/platform-picker/groups.js';
import { searchPlatforms } from '../../../src/components/platform-picker/search/search-platforms.js';
import { platforms, type SourceType } from '../../../src/simulator/index.js';

const platform = (key: string, name: string, sourceType: SourceType): Platform => ({
  key,
  name,
  sourceType,
  enabled: true,
  offline: false,
  logo: undefined,
  button: undefined,
});

const offered = platforms.map(({ key, name, sourceType }) => platform(key, name, sourceType));

const places =
  'First Northern Saint Union Harbour Metro Old Royal Coastal River Green Silver Atlas Prime Bright Crown Valley Lakeside Pioneer Örebro';
const trades =
  'Bank,Ledger,Bookkeeping,Market,Payments,Savings,Trust,Finance,Shops,Credit Union,Till,Invoices,Mutual,Capital,Tills & More,Cloud,Sales,Accounts,Store,Money,City Bank,Tyres,Pay Later,Chess Club,Rides';
const madeUp = places
  .split(' ')
  .flatMap((place, row) =>
    trades
      .split(',')
      .map((trade, column) => platform(`made_up_${row}_${column}`, `${place} ${trade}`, 'Banking')),
  );

/** The platforms as the picker lays them out, the most used first. */
const laidOut = (all: readonly Platform[], featured: readonly string[] = []): Platform[] =>
  groupPlatforms(
    filterAndSortPlatforms(all, { sourceTypes: [], include: [], exclude: [], sandbox: false, platform: '' }),
    featured,
  ).flatMap((group) => group.platforms);

const shown = laidOut([...offered, ...madeUp]);
const found = (query: string, among = shown): string[] =>
  searchPlatforms(query, among).map(({ name }) => name);

describe('searching the platforms', () => {
  /** What people type, and what they mean. */
  const meant: Readonly<Record<string, readonly string[]>> = {
    Xero: ['xero', 'XERO ', 'xer', 'x', 'zero', 'xreo', 'xerp', 'xeroo', 'xero accounting', 'Xéro'],
    'QuickBooks Online': [
      'QBO',
      'qb',
      'quickbooks',
      'quick books',
      'quickbook',
      'quikbooks',
      'qickbooks',
      'uqickbooks',
      'quickbokos',
      'quickbookss',
      'QuickBoks onlin',
      'online quickbooks',
      'books online',
      'intuit',
      'intuti quikbooks',
    ],
    'QuickBooks Desktop': [
      'qbd',
      'quickbooks desktop',
      'desktop',
      'quickbooks pro',
      'pro quickboks',
      'quickboks dekstop',
    ],
    'Sage Accounting': [
      'sage',
      'saeg',
      'sage one',
      'sageone',
      'sage acounting',
      'accounting sage',
      'sage business cloud',
    ],
    'Sage 50 (UK)': ['sage 50', 'sage50', '50 sage', 'sage line 50', 'sage 50 cloud'],
    'Sage 200 Standard': ['sage 200', 'sage200'],
    'Sage Intacct': ['intacct', 'intact', 'sage intact'],
    FreeAgent: ['free agent', 'agent', 'freeagnet', 'fre agent'],
    FreshBooks: ['fresh books', 'freshboks'],
    'MYOB Business': ['myob', 'my ob', 'accountright', 'acountright'],
    'Oracle NetSuite': ['netsuite', 'net suite', 'oracel'],
    'Dynamics 365 Business Central': [
      'bc',
      'business central',
      'd365 bc',
      'microsoft dynamics',
      'navision',
      'dynamics365',
    ],
    'Exact (Netherlands)': ['exact', 'exact online'],
    'Zoho Books': ['zoho', 'books zoho', 'zohobooks', 'zoho bok'],
    Wave: ['wave', 'wvae', 'wave apps'],
    Zettle: ['izettle', 'i zettle', 'iZettel', 'zetle', 'paypal zettle'],
    Shopify: ['shop', 'shopfy', 'shoppify'],
    Stripe: ['stirpe', 'strpe'],
    Square: ['sqaure', 'squareup'],
    WooCommerce: ['woo', 'woo commerce', 'wocommerce'],
    'Amazon Seller Central': ['amazon', 'amzon', 'seller central', 'amazon fba'],
    TrueLayer: ['true layer', 'tru layer'],
    'Örebro Bank': ['orebro bank', 'ÖREBRO BANK', 'bank orebro', 'orbero bank'],
    'Bright Tills & More': ['bright tills and more', 'more tills bright'],
  };
  for (const [name, queries] of Object.entries(meant))
    for (const query of queries)
      it(`finds ${name} for someone who types «${query}»`, () => {
        expect(found(query)[0]).to.equal(name);
      });

  const visited: readonly [address: string, name: string][] = [
    ['xero.com', 'Xero'],
    ['https://www.xero.com/uk', 'Xero'],
    ['HTTPS://GO.XERO.COM/Dashboard?x=1', 'Xero'],
    ['xero.co', 'Xero'],
    ['xreo.com', 'Xero'],
    ['xero.com.au', 'Xero'],
    ['xero.online', 'Xero'],
    ['qbd.com', 'QuickBooks Desktop'],
    ['quickbooks.intuit.com/uk/', 'QuickBooks Online'],
    ['qbo.intuit.com', 'QuickBooks Online'],
    ['https://mystore.myshopify.com/admin', 'Shopify'],
    ['MYSTORE.MYSHOPIFY.COM', 'Shopify'],
    ['myshopify.co', 'Shopify'],
    ['sellercentral.amazon.co.uk', 'Amazon Seller Central'],
    ['squareup.com', 'Square'],
    ['books.zoho.eu', 'Zoho Books'],
    ['businesscentral.dynamics.com', 'Dynamics 365 Business Central'],
    ['login.myob.com', 'MYOB Business'],
    ['exactonline.co.uk', 'Exact (UK)'],
  ];
  for (const [address, name] of visited)
    it(`finds ${name} for someone who enters its address as «${address}»`, () => {
      expect(found(address)[0]).to.equal(name);
    });

  const nobody = [
    'zz',
    'qz',
    'revolut',
    'starling',
    'monzo',
    'chase',
    'kashflow',
    'pandle',
    'sumup',
    'mollie',
    'odoo',
    'banana',
    'quicken',
    'bill.com',
    'sage 2000',
    'stip',
    'shzoify',
    'https://www.barclays.co.uk/business',
    'xero banana',
    '会計',
    'constructor',
  ];
  for (const query of nobody)
    it(`finds nothing for «${query}», so that the person is told and asked`, () => {
      expect(found(query)).to.deep.equal([]);
    });

  it('shows every platform in its order for a query without letters', () => {
    for (const query of ['', '   ', '""', 'https://', '-'])
      expect(searchPlatforms(query, shown), query).to.deep.equal(shown);
  });

  it('finds by two letters only what begins with them', () => {
    const begins = (letters: string): RegExp => new RegExp(`(?:^|[^a-z])${letters}`, 'i');
    for (const letters of ['sa', 'ba', 'cr', 'pi'])
      for (const name of found(letters)) expect(name).to.match(begins(letters));
  });

  it('assumes no typing error when a name matches exactly', () => {
    const shops = [platform('aaaa', 'Square', 'Commerce'), platform('bbbb', 'Squire', 'Commerce')];

    expect(found('squire', shops)).to.deep.equal(['Squire']);
    expect(found('squire.io', shops)).to.deep.equal(['Squire']);
    expect(found('squere', shops)).to.deep.equal(['Square', 'Squire']);
    expect(found('intuit online', [platform('cccc', 'Intuet Online', 'Other'), ...offered])).to.deep.equal([
      'QuickBooks Online',
    ]);
  });

  it('takes an address for a name where a platform is called like it', () => {
    const among = ['Bill Ledger', 'Bill.com'].map((name, at) => platform(`some${at}`, name, 'Other'));

    expect(found('bill.com', among)).to.deep.equal(['Bill.com']);
  });

  it('puts a name before the names that begin like it, and those before other names and names that hold it', () => {
    const among = ['Till Exact Pay', 'Exactly', 'Exact', 'Pay Exact'].map((name, at) =>
      platform(`some${at}`, name, 'Other'),
    );

    expect(found('exact', among)).to.deep.equal(['Exact', 'Exactly', 'Till Exact Pay', 'Pay Exact']);
    expect(found('qbo', [platform('made', 'My QBO Tool', 'Other'), ...offered])[0]).to.equal(
      'QuickBooks Online',
    );
    expect(found('izetle', [...offered, platform('made', 'Izettel Pay', 'Other')])).to.deep.equal([
      'Izettel Pay',
      'Zettle',
    ]);
  });

  it('puts what the lender features first among platforms that are found alike', () => {
    expect(found('sage', laidOut(offered, ['knfz']))[0]).to.equal('Sage Intacct');
  });

  it('finds names that are not in Latin letters, and names with letters Unicode keeps whole', () => {
    const among = [
      platform('aaaa', '会計 freee', 'Accounting'),
      platform('bbbb', 'Łódź Sparkasse Gießen', 'Banking'),
    ];

    expect(found('会計', among)).to.deep.equal(['会計 freee']);
    expect(found('lodz giessen', among)).to.deep.equal(['Łódź Sparkasse Gießen']);
  });

  it('takes whatever is pasted into the field', () => {
    for (const query of ['.*', '(((', '\\', 'a|b', '"xero', 'x'.repeat(100_000), 'xero '.repeat(10_000)])
      expect(() => searchPlatforms(query, shown), query.slice(0, 20)).not.to.throw();
  });
});
