import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Lender } from './lender.js';

const redirectUrl =
  'https://larkspur.example/back?connection={connectionId}&platform={platformName}&status={statusCode}' +
  '&message={errorMessage}&company={data.company.companyName}&state={state}&nothing={unheardOf}';

/** A person with a browser. */
class Person {
  readonly #lender: Lender;
  #form: URLSearchParams | undefined;
  #action = '';

  constructor(lender: Lender) {
    this.#lender = lender;
  }

  /** Opens a link and reads the form on the page, if it has one. */
  async open(link: string): Promise<{ status: number; text: string; headers: Headers }> {
    const page = await this.#lender.codat.fetch(link);
    const text = await page.text();
    const fields = [...text.matchAll(/<input[^>]* name="(\w+)" value="([^"]*)"/g)];
    this.#form = new URLSearchParams(fields.map(([, name = '', value = '']) => [name, value]));
    this.#action = new URL(/action="([^"]+)"/.exec(text)?.[1] ?? '/', link).href;
    return { status: page.status, text, headers: page.headers };
  }

  /** Presses one of the page's buttons, and gives where that leads. */
  press(outcome: string, typed: Record<string, string> = {}): Promise<Response> {
    const body = new URLSearchParams(this.#form);
    for (const [name, value] of Object.entries({ ...typed, outcome })) body.set(name, value);
    return this.#lender.codat.fetch(this.#action, { method: 'POST', body });
  }

  async arrive(outcome: string, typed?: Record<string, string>): Promise<URLSearchParams> {
    const { status, headers } = await this.press(outcome, typed);
    assert.equal(status, 303);
    return new URL(headers.get('Location') ?? '').searchParams;
  }
}

async function setUp(platformKey = 'gbol') {
  const lender = new Lender({ redirectUrl });
  return { lender, person: new Person(lender), ...(await lender.connect(platformKey)) };
}

describe('the simulated sign-in', () => {
  it('says which platform it simulates, that it is simulated, and offers four outcomes', async () => {
    const { person, connection } = await setUp();
    const { status, text } = await person.open(connection.linkUrl);
    assert.equal(status, 200);
    assert.match(text, /<h1>Sign in to Xero<\/h1>/);
    assert.match(text, /pretend page/);
    const buttons = [...text.matchAll(/<button[^>]*>([^<]+)</g)].map(([, name]) => name);
    assert.deepEqual(buttons, ['Allow', 'Cancel', 'Report an error', 'Not supported']);
  });

  it('severs its opener, and runs no script', async () => {
    const { person, connection } = await setUp();
    const { headers } = await person.open(connection.linkUrl);
    assert.equal(headers.get('Cross-Origin-Opener-Policy'), 'same-origin');
    assert.equal(headers.get('Cache-Control'), 'no-store');
    assert.match(headers.get('Content-Security-Policy') ?? '', /default-src 'none'/);
    assert.doesNotMatch(headers.get('Content-Security-Policy') ?? '', /script-src|unsafe|form-action/);
  });

  it('links the organisation that a person names, and redirects back', async () => {
    const { lender, person, connection, path } = await setUp();
    await person.open(`${connection.linkUrl}&state=a%2Fb%26c`);
    const back = await person.arrive('allow', { organisation: 'Bäckerei & Söhne' });

    assert.deepEqual(Object.fromEntries(back), {
      connection: connection.id,
      platform: 'Xero',
      status: '200',
      message: '',
      company: 'Bäckerei & Söhne',
      state: 'a/b&c',
      nothing: '',
    });
    const linked = await lender.ask('GET', path);
    assert.equal(linked.status, 'Linked');
    assert.deepEqual(linked.connectionInfo, { companyName: 'Bäckerei & Söhne' });
  });

  const failures = {
    cancel: { statusCode: '403', message: 'User cancelled.', errorMessage: 'User cancelled' },
    error: { statusCode: '500', message: 'Unknown error occurred.', errorMessage: 'Unknown error occurred' },
    unsupported: { statusCode: '501', message: 'Not supported.', errorMessage: 'Not supported' },
  };
  for (const [outcome, { statusCode, message, errorMessage }] of Object.entries(failures)) {
    it(`ends with ${statusCode} when a person chooses ${outcome}, and leaves the connection pending`, async () => {
      const { lender, person, connection, path } = await setUp();
      await person.open(connection.linkUrl);
      const back = await person.arrive(outcome);
      assert.deepEqual([back.get('status'), back.get('message')], [statusCode, message]);

      const { status, dataConnectionErrors } = await lender.ask('GET', path);
      assert.equal(status, 'PendingAuth');
      assert.equal(dataConnectionErrors.length, 1);
      const [{ statusCode: kept, errorMessage: words, status: active } = {}] = dataConnectionErrors;
      assert.deepEqual([kept, words, active], [statusCode, errorMessage, 'Active']);
    });
  }

  it('leaves an unlinked connection unlinked when reconnecting is given up', async () => {
    const { lender, person, connection, path } = await setUp();
    lender.codat.authorize(connection.id);
    const { linkUrl } = await lender.ask('PATCH', path, { status: 'Unlinked' });
    await person.open(linkUrl);
    assert.equal((await person.arrive('cancel')).get('status'), '403');
    assert.equal((await lender.ask('GET', path)).status, 'Unlinked');
  });

  it('reports 201, and no error, when a person leaves a connection that is linked already', async () => {
    const { lender, person, connection, path } = await setUp();
    lender.codat.authorize(connection.id);
    await person.open(connection.linkUrl);
    assert.equal((await person.arrive('cancel')).get('status'), '201');
    const { status, dataConnectionErrors } = await lender.ask('GET', path);
    assert.deepEqual([status, dataConnectionErrors], ['Linked', []]);
  });

  it('suggests the previous organisation when someone reconnects', async () => {
    const { lender, person, connection, path } = await setUp();
    lender.codat.authorize(connection.id, 'Bracken & Sons');
    const { text } = await person.open((await lender.ask('GET', path)).linkUrl);
    assert.match(text, /name="organisation" value="Bracken &amp; Sons"/);
  });

  it('has the company in the redirect only for platforms that report it', async () => {
    const { person, connection } = await setUp('vxvy');
    await person.open(connection.linkUrl);
    assert.equal((await person.arrive('allow')).get('company'), '');
  });

  it("ignores a parameter named like one of Codat's own", async () => {
    const { person, connection } = await setUp();
    await person.open(`${connection.linkUrl}&statusCode=200&connectionId=other`);
    const back = await person.arrive('cancel');
    assert.deepEqual([back.get('status'), back.get('connection')], ['403', connection.id]);
  });

  it('ends on a page of its own if the lender has set no redirect', async () => {
    const lender = new Lender();
    const person = new Person(lender);
    await person.open((await lender.connect()).connection.linkUrl);
    const end = await person.press('allow');
    assert.equal(end.status, 200);
    assert.match(await end.text(), /You are connected/);
  });
});

describe('a one-time link', () => {
  it('opens once', async () => {
    const { person, connection } = await setUp();
    assert.equal((await person.open(connection.linkUrl)).status, 200);
    const again = await person.open(connection.linkUrl);
    assert.equal(again.status, 401);
    assert.match(again.text, /This link has been used/);
  });

  it('works for a day', async () => {
    const { lender, person, connection, path } = await setUp();
    const { linkUrl } = await lender.ask('GET', path);
    lender.pass(24 * 60 * 60 - 1);
    assert.equal((await person.open(linkUrl)).status, 200);
    lender.pass(1);
    assert.equal((await person.open(connection.linkUrl)).status, 401);
  });

  it('opens its own connection only, and nothing without its password', async () => {
    const { lender, person, connection } = await setUp();
    const other = await lender.connect();
    const { search } = new URL(connection.linkUrl);
    const bare = other.connection.linkUrl.split('?')[0] ?? '';
    assert.equal((await person.open(bare + search)).status, 401);
    assert.equal((await person.open(bare)).status, 401);
    assert.equal((await person.open(connection.linkUrl)).status, 200);
  });

  it('is not used up by a HEAD request', async () => {
    const { lender, person, connection } = await setUp();
    const head = () => lender.codat.fetch(connection.linkUrl, { method: 'HEAD' });
    assert.equal((await head()).status, 200);
    assert.equal((await person.open(connection.linkUrl)).status, 200);
    assert.equal((await head()).status, 401);
  });

  it('accepts one answer to its page, within the hour', async () => {
    const { lender, person, connection, path } = await setUp();
    await person.open(connection.linkUrl);
    await person.press('error');
    assert.equal((await person.press('allow')).status, 401);

    await person.open((await lender.ask('GET', path)).linkUrl);
    lender.pass(60 * 60);
    assert.equal((await person.press('allow')).status, 401);
    assert.equal((await lender.ask('GET', path)).status, 'PendingAuth');
  });

  it('ends in an HTML page, not in JSON, when its connection was deleted meanwhile', async () => {
    const { lender, person, connection, path } = await setUp();
    await person.open(connection.linkUrl);
    await lender.send('DELETE', path);
    const end = await person.press('allow');
    assert.equal(end.status, 404);
    assert.match(end.headers.get('Content-Type') ?? '', /text\/html/);
  });

  it('refuses an answer that no button gives, and the page stays usable', async () => {
    const { lender, person, connection, path } = await setUp();
    await person.open(connection.linkUrl);
    assert.equal((await person.press('toString')).status, 400);
    assert.equal((await person.press('allow')).status, 303);
    assert.equal((await lender.ask('GET', path)).status, 'Linked');
  });

  it('is reusable if the lender has switched one-time links off', async () => {
    const lender = new Lender({ oneTimeLinks: false });
    const { connection } = await lender.connect();
    assert.equal(new URL(connection.linkUrl).search, '');
    for (let visit = 0; visit < 2; visit += 1) {
      assert.equal((await new Person(lender).open(connection.linkUrl)).status, 200);
    }
  });
});
