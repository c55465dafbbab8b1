import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConnection } from '../../src/api/schemas/connection.js';
import { parseDataStatuses } from '../../src/api/schemas/data-status.js';
import { parsePull } from '../../src/api/schemas/pull.js';
import { parseDate } from '../../src/api/schemas/parsing/parse-date.js';
import { createLenientListPageParser } from '../../src/api/schemas/parsing/list-page.js';
import { toPlatformButtonImages } from '../../src/api/schemas/platform-button-images.js';
import { parseLenderDataTypes } from '../../src/api/schemas/lender-data-types.js';
import { parsePlatform } from '../../src/api/schemas/platform.js';
import { parseReturnedConnection } from '../../src/api/schemas/return-status.js';
import { parseTokenAnswer } from '../../src/api/schemas/token-answer.js';
import { tryParseHttpsOrLocalHref } from '../../src/api/schemas/parsing/https-or-local-href.js';

const xero = { id: 'c1', platformName: 'Xero', status: 'Linked', for: 'own' };

describe('a connection', () => {
  it('requires an id, a name and a status, and nothing else', () => {
    assert.deepEqual(parseConnection(xero), {
      id: 'c1',
      platformKey: '',
      platformName: 'Xero',
      sourceType: 'Unknown',
      status: 'Linked',
      linkUrl: undefined,
      created: undefined,
      lastSync: undefined,
      errors: [],
      organisation: undefined,
      can: [],
    });
    for (const missing of ['id', 'platformName', 'status'])
      assert.throws(() => parseConnection({ ...xero, [missing]: undefined }));
  });

  it('treats null as absent, field by field', () => {
    const optional = [
      'integrationKey',
      'sourceType',
      'linkUrl',
      'created',
      'lastSync',
      'dataConnectionErrors',
      'connectionInfo',
      'can',
    ];
    const nulls = Object.fromEntries(optional.map((field) => [field, null]));

    assert.deepEqual(parseConnection({ ...xero, ...nulls }), parseConnection(xero));
    assert.equal(parseConnection({ ...xero, connectionInfo: { companyName: null } }).organisation, undefined);
  });

  it('drops unused fields', () => {
    const { id } = parseConnection({
      ...xero,
      connectionInfo: { companyName: 'Marlow', secret: 'x' },
      extra: 1,
    });

    assert.equal(id, 'c1');
    assert.ok(!JSON.stringify(parseConnection({ ...xero, extra: 'secret' })).includes('secret'));
  });

  it('parses Codat’s statuses and source types, and those Codat adds later as unknown', () => {
    for (const status of ['PendingAuth', 'Linked', 'Unlinked', 'Deauthorized'] as const)
      assert.equal(parseConnection({ ...xero, status }).status, status);
    assert.equal(parseConnection({ ...xero, status: 'Hibernating' }).status, 'Unknown');
    assert.equal(parseConnection({ ...xero, sourceType: 'Payroll' }).sourceType, 'Unknown');
    assert.equal(parseConnection({ ...xero, status: 'constructor' }).status, 'Unknown');
  });

  it('parses them in any letter case and with any separator', () => {
    for (const status of ['PENDING_AUTH', 'pending-auth', 'Pending Auth'])
      assert.equal(parseConnection({ ...xero, status }).status, 'PendingAuth');
    for (const sourceType of ['BANK_FEED', 'bank-feed', 'Bank Feed'])
      assert.equal(parseConnection({ ...xero, sourceType }).sourceType, 'BankFeed');
  });

  it('allows only actions that we know, the most helpful first', () => {
    assert.deepEqual(parseConnection({ ...xero, can: ['delete', 'fly', 'reconnect'] }).can, [
      'reconnect',
      'delete',
    ]);
  });

  it('gives each of its errors an id', () => {
    const error = { statusCode: '403', erroredOnUtc: '2026-03-04T09:00:00', errorMessage: 'quit' };
    const { errors } = parseConnection({
      ...xero,
      dataConnectionErrors: [
        error,
        { ...error, erroredOnUtc: '2026-03-04T09:01:00' },
        {},
        { statusCode: null },
      ],
    });

    assert.deepEqual(
      errors.map(({ code }) => code),
      ['403', '403', '500', '500'],
    );
    assert.notEqual(errors[0]?.id, errors[1]?.id);
  });

  it('leaves out resolved errors', () => {
    const { errors } = parseConnection({
      ...xero,
      dataConnectionErrors: [
        { statusCode: '500', status: 'Resolved' },
        { statusCode: '403', status: 'Active' },
      ],
    });

    assert.deepEqual(
      errors.map(({ code }) => code),
      ['403'],
    );
  });
});

describe('a point in time', () => {
  it('is UTC, whether Codat says so or not, wherever the page is', () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'America/New_York';
    const nine = Date.parse('2026-03-04T09:00:00Z');
    for (const text of [
      '2026-03-04T09:00:00Z',
      '2026-03-04T09:00:00',
      '2026-03-04T09:00:00.000',
      '2026-03-04T09:00:00.0000000',
      '2026-03-04T10:00:00+01:00',
      '2026-03-04T04:00:00-0500',
    ])
      assert.equal(parseDate(text)?.getTime(), nine, text);
    assert.equal(parseDate('2026-03-04')?.getTime(), Date.parse('2026-03-04T00:00:00Z'));
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('is absent when it is unreadable', () => {
    for (const text of [null, undefined, '', 'yesterday', '2026-13-40T09:00:00'])
      assert.equal(parseDate(text), undefined);
  });

  it('is absent when it means never', () => {
    for (const text of ['0001-01-01T00:00:00', '1970-01-01T12:00:00Z', '9999-12-31T12:00:00'])
      assert.equal(parseDate(text), undefined);
  });
});

describe('a web address', () => {
  it('is https, or http on localhost', () => {
    for (const address of [
      'https://lender.test/codat/link/x',
      'http://localhost:4173/x',
      'http://127.0.0.1/x',
      'http://[::1]:4173/x',
    ])
      assert.equal(tryParseHttpsOrLocalHref(address), address);
  });

  it('is absent when it is unsafe or invalid', () => {
    for (const address of [
      'http://lender.test/x',
      'http://localhost.evil.test/x',
      'http://127.0.0.1.evil.test/x',
      'javascript:alert(1)',
      'data:text/html,x',
      'blob:https://lender.test/x',
      'file:///etc/passwd',
      '//lender.test/x',
      '/link/x',
      'lender',
      '',
      null,
      undefined,
    ])
      assert.equal(tryParseHttpsOrLocalHref(address), undefined, String(address));
  });
});

describe('a platform', () => {
  const sage = { key: 'tgff', name: 'Sage Accounting', enabled: true };
  const picture = (name: string) => ({ image: { src: `https://codat.test/${name}.svg` } });

  it('is valid without branding, with empty branding, and with nulls in it', () => {
    for (const branding of [
      undefined,
      null,
      {},
      { logo: {}, button: {} },
      { logo: null, button: null },
      { logo: { square: null, full: { image: null } }, button: { default: { image: { src: null } } } },
    ]) {
      const { logo, button } = parsePlatform({ ...sage, branding });
      assert.deepEqual([logo, button], [undefined, undefined]);
    }
  });

  it('uses the square logo, else the listed one, else the full one', () => {
    const logoUrl = 'https://codat.test/listed.svg';
    const full = { logo: { full: picture('full') } };
    const both = { logo: { full: picture('full'), square: picture('square') } };

    assert.equal(parsePlatform({ ...sage, logoUrl, branding: both }).logo, 'https://codat.test/square.svg');
    assert.equal(parsePlatform({ ...sage, logoUrl, branding: full }).logo, logoUrl);
    assert.equal(parsePlatform({ ...sage, logoUrl: '', branding: full }).logo, 'https://codat.test/full.svg');
  });

  it('is offline only if Codat says so', () => {
    assert.equal(parsePlatform(sage).offline, false);
    assert.equal(parsePlatform({ ...sage, isOfflineConnector: null }).offline, false);
    assert.equal(parsePlatform({ ...sage, isOfflineConnector: true }).offline, true);
  });

  it('uses no image from an address that isn’t https', () => {
    assert.equal(parsePlatform({ ...sage, logoUrl: 'http://codat.test/logo.svg' }).logo, undefined);
    assert.equal(parsePlatform({ ...sage, logoUrl: 'javascript:alert(1)' }).logo, undefined);
  });

  it('has no other button for hovering where its maker drew none', () => {
    const rest = 'https://codat.test/rest.svg';
    const buttonOf = (button: object) =>
      toPlatformButtonImages(parsePlatform({ ...sage, branding: { button } }).button);

    assert.deepEqual(buttonOf({ default: picture('rest') }), { rest, hover: rest });
    assert.equal(
      buttonOf({ default: picture('rest'), hover: picture('hover') })?.hover,
      'https://codat.test/hover.svg',
    );
    assert.equal(buttonOf({ hover: picture('hover') }), undefined);
  });

  it('has no button of its own where the image isn’t safe to load', () => {
    for (const src of ['http://codat.test/rest.svg', 'javascript:alert(1)', 'https://[', null])
      assert.equal(
        parsePlatform({ ...sage, branding: { button: { default: { image: { src } } } } }).button,
        undefined,
      );
  });
});

describe('data statuses', () => {
  it('are one per data type, and skip anything else', () => {
    const statuses = parseDataStatuses({
      invoices: {
        dataType: 'invoices',
        currentStatus: 'Complete',
        lastSuccessfulSync: '2026-03-04T09:00:00',
      },
      bills: { dataType: 'bills', currentStatus: null, lastSuccessfulSync: null },
      customers: { dataType: 'customers' },
      odd: { currentStatus: 'Complete' },
      none: null,
      text: 'Complete',
    });

    assert.deepEqual(
      statuses.map(({ dataType, stage }) => [dataType, stage]),
      [
        ['invoices', 'ready'],
        ['bills', undefined],
        ['customers', undefined],
      ],
    );
    assert.equal(statuses[0]?.lastSuccessfulSync?.toISOString(), '2026-03-04T09:00:00.000Z');
  });

  it('are empty where there is nothing', () => {
    for (const body of [undefined, null, {}, []]) assert.deepEqual(parseDataStatuses(body), []);
  });
});

describe('a page of a list', () => {
  const names = createLenientListPageParser((entry) => {
    if (typeof entry !== 'string') throw new TypeError('no name');
    return entry;
  });

  it('leaves out and counts unreadable entries, and names the next page if there is one', () => {
    assert.deepEqual(
      names({ results: ['a', 7, 'b'], unreadable: 2, _links: { next: { href: '/x?page=2' } } }),
      {
        items: ['a', 'b'],
        unreadable: 3,
        next: '/x?page=2',
        reads: undefined,
      },
    );
    for (const unreadable of ['2', -1, null]) assert.equal(names({ results: [], unreadable }).unreadable, 0);
    for (const _links of [undefined, null, {}, { next: null }])
      assert.equal(names({ results: [], _links }).next, undefined);
  });
});

describe('a response of a host’s own route', () => {
  it('is validated like every other response', () => {
    const token = { companyId: 'c', accessToken: 't', expiresIn: 900 };
    const status = { companyId: 'c', connectionId: 'd', platformName: 'Xero', status: 'Linked', for: 'own' };

    assert.deepEqual(parseTokenAnswer({ ...token, tokenType: 'Bearer' }), {
      ...token,
      apiBase: undefined,
      events: undefined,
    });
    assert.deepEqual(parseReturnedConnection({ ...status, returned: null }).returned, undefined);
    assert.throws(() => parseTokenAnswer({ ...token, expiresIn: 'soon' }));
    assert.throws(() => parseReturnedConnection({ ...status, status: undefined }));
  });
});

describe('a pull of data', () => {
  const wire = {
    id: 'pull-1',
    companyId: 'company-1',
    connectionId: 'connection-1',
    dataType: 'invoices',
    status: 'Fetching',
    requested: '2026-03-04T09:00:00',
    progress: 40,
  };

  it('is in our own vocabulary', () => {
    assert.deepEqual(parsePull(wire), {
      id: 'pull-1',
      connectionId: 'connection-1',
      dataType: 'invoices',
      stage: 'reading',
      requested: Date.parse('2026-03-04T09:00:00Z'),
      progress: 0.4,
      pausedUntil: undefined,
    });
  });

  it('has the end of a pause, and ignores other descriptions', () => {
    const pausedUntil = (statusDescription: string | null) =>
      parsePull({ ...wire, statusDescription }).pausedUntil?.toISOString();

    assert.equal(pausedUntil('Paused until 2026-03-04T12:00:00.000Z'), '2026-03-04T12:00:00.000Z');
    assert.equal(pausedUntil('Waiting for asynchronous response from third party'), undefined);
    assert.equal(pausedUntil('Paused until tomorrow'), undefined);
    assert.equal(pausedUntil(null), undefined);
  });

  it('has a progress only if its number makes sense', () => {
    const progress = (progress: unknown) => parsePull({ ...wire, progress }).progress;

    assert.deepEqual([0, 10, 100, 250, -3, '40', null, undefined, NaN].map(progress), [
      undefined,
      0.1,
      1,
      1,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  const stages = {
    waiting: ['Initial', 'Queued'],
    reading: [
      'Fetching',
      'MapQueued',
      'Mapping',
      'ProcessingQueued',
      'Processing',
      'ValidationQueued',
      'Validating',
    ],
    ready: ['Complete'],
    'not-offered': ['NotSupported'],
    reconnect: ['AuthError'],
    permission: ['PermissionsError'],
    prerequisite: ['PrerequisiteNotMet'],
    later: ['FetchError', 'RateLimitError'],
    support: ['MapError', 'ValidationError', 'ProcessingError', 'InternalError'],
    stopped: ['Cancelled'],
  } as const;
  for (const [stage, statuses] of Object.entries(stages)) {
    it(`is «${stage}» while Codat’s status is ${statuses.join(', ')}`, () => {
      for (const status of statuses) assert.equal(parsePull({ ...wire, status }).stage, stage);
    });
  }

  it('is in progress while its status is unknown, unless it has an end', () => {
    const stage = (more: object) => parsePull({ ...wire, status: 'Routing', ...more }).stage;

    assert.deepEqual([{}, { isErrored: true }, { isCompleted: true }, { status: 'toString' }].map(stage), [
      'reading',
      'support',
      'ready',
      'reading',
    ]);
  });
});

describe('what the lender reads', () => {
  const dataTypes = [{ sourceType: 'Accounting', dataTypes: ['invoices'] }];

  it('writes nothing only where the gateway says so', () => {
    assert.deepEqual(parseLenderDataTypes({ dataTypes, readsOnly: true }), { dataTypes, readsOnly: true });
    assert.equal(parseLenderDataTypes({ dataTypes, readsOnly: 'true' }).readsOnly, false);
    assert.equal(parseLenderDataTypes({ dataTypes }).readsOnly, false);
  });

  it('is nothing where the list says nothing of it, or nothing that can be read', () => {
    for (const body of [undefined, null, 'invoices', { dataTypes: ['invoices'], readsOnly: true }])
      assert.deepEqual(parseLenderDataTypes(body), { dataTypes: [], readsOnly: false });
  });
});
