import { expect } from '@open-wc/testing';
import '../../src/development/print-warnings.js';
import '../../src/index.js';
import { createSession } from '../../src/session/session.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, eventually, part, mount } from '../support/page.js';

describe('a development warning', () => {
  const { warn } = console;
  let lender: Lender;
  let warned: string[];

  beforeEach(async () => {
    warned = [];
    console.warn = (words: string) => warned.push(words);
    lender = await openLender();
  });

  afterEach(() => {
    console.warn = warn;
    lender.end();
    clear();
  });

  it('is logged once a page for an element without a session, with a link', async () => {
    mount('connection-list', {});
    mount('connection-list', {});
    mount('sync-progress', {});

    await eventually(() => warned.length > 1);
    expect(warned).to.deep.equal([
      '<connection-list> has neither a token-endpoint nor a session, so it waits for ever.\nMore: codat-connect-elements/docs/warnings.md#no-session',
      '<sync-progress> has neither a token-endpoint nor a session, so it waits for ever.\nMore: codat-connect-elements/docs/warnings.md#no-session',
    ]);
  });

  it('names an unknown kind of platform', async () => {
    mount('platform-picker', { session: lender.session }, { 'source-types': 'Acounting, Banking' });

    await eventually(() => warned.length > 0);
    expect(warned.join()).to.match(
      /names Acounting, which is none of Accounting, Banking.+#unknown-source-type$/s,
    );
  });

  for (const attribute of ['platform', 'include'])
    it(`names a platform in ${attribute} that is not enabled, and no other`, async () => {
      mount('platform-picker', { session: lender.session }, { [attribute]: 'GBOL' });
      const picker = mount('platform-picker', { session: lender.session }, { [attribute]: 'xero' });
      await part(picker, 'note', 'There is nothing to connect here at the moment.');

      await eventually(() => warned.length > 0);
      expect(warned).to.deep.equal([
        `${attribute} of <platform-picker> names xero, which is the key of no enabled platform, so it isn't shown.\nMore: codat-connect-elements/docs/warnings.md#unknown-platform`,
      ]);
    });

  it('is not logged for values in other letter cases or with other separators', async () => {
    const attributes = { 'source-types': 'BANKING; bank-feed|Bankin', opens: 'Same_Tab' };
    mount('platform-picker', { session: lender.session }, attributes);

    await eventually(() => warned.length > 0);
    expect(warned).to.have.length(1);
    expect(warned.join()).to.match(/names Bankin, which/);
  });

  for (const level of ['abc', '99', '0']) {
    it(`names an invalid heading level ${level}, which becomes 2`, async () => {
      const list = mount('connection-list', { session: lender.session }, { 'heading-level': level });

      expect((await part(list, 'heading')).ariaLevel).to.equal('2');
      await eventually(() => warned.length > 0);
      expect(warned.join()).to.match(
        new RegExp(
          `heading-level of <connection-list> names ${level}, which is none of 1, 2.+#unknown-word$`,
          's',
        ),
      );
    });
  }

  const colours: readonly [accent: string, onAccent: string, says: RegExp][] = [
    ['#ffd60a', '', /^White on --codat-color-accent #ffd60a is 1\.4 to 1.+#light-accent$/s],
    ['#1d4ed8', '#777777', /#777777 on --codat-color-accent #1d4ed8 is 1\.5 to 1.+#unreadable-on-accent$/s],
  ];
  for (const [accent, onAccent, says] of colours) {
    it(`is logged for an accent ${accent} with too little contrast, ${onAccent || 'nothing'} on it`, async () => {
      const style = `--codat-color-accent: ${accent}; --codat-color-on-accent: ${onAccent}`;
      mount(
        'platform-picker',
        { session: lender.session },
        { style: onAccent ? style : (style.split(';')[0] ?? '') },
      );

      await eventually(() => warned.length > 0);
      expect(warned).to.have.length(1);
      expect(warned[0]).to.match(says);
    });
  }

  it('names an unknown word in a property, once where an attribute has it too', async () => {
    const properties = { sourceTypes: ['Acounting', 'Banking'], opens: 'new-window', headingLevel: 9 };
    const picker = mount('platform-picker', { session: lender.session });
    Object.assign(picker, properties);
    mount('connection-list', { session: lender.session }, { 'source-types': 'Acounting' });

    await eventually(() => warned.length > 3);
    expect(warned.map((words) => words.replace(/, which.*/s, '')).sort()).to.deep.equal([
      'headingLevel of <platform-picker> names 9',
      'opens of <platform-picker> names new-window',
      'source-types of <connection-list> names Acounting',
      'sourceTypes of <platform-picker> names Acounting',
    ]);
  });

  it('is logged for another spelling in a property, which takes only one', async () => {
    mount('connection-list', { session: lender.session, sourceTypes: ['banking' as 'Banking'] });

    await eventually(() => warned.length > 0);
    expect(warned.join()).to.match(
      /^sourceTypes of <connection-list> names banking, which is none of .+Banking/,
    );
  });

  it('is logged for a property that is changed on the page', async () => {
    const list = mount('connection-list', { session: lender.session, sourceTypes: ['Commerce'] });
    await part(list, 'heading');
    await list.updateComplete;
    expect(warned).to.deep.equal([]);

    list.sourceTypes = ['Comerce' as 'Commerce'];
    await eventually(() => warned.length > 0);
    expect(warned.join()).to.match(/names Comerce, which/);
  });

  it('is logged for a text where a list belongs', async () => {
    const picker = mount('platform-picker', { session: lender.session });
    Object.assign(picker, { featured: 'gbol, qhyg' });

    await eventually(() => warned.length > 0);
    expect(warned).to.have.length(1);
    expect(warned[0]).to.match(
      /^The property featured of <platform-picker> is the text gbol, qhyg, .+ \["gbol","qhyg"\].+#text-for-list$/s,
    );
  });

  it('says how an attribute is written, and nothing of the session that it would give', async () => {
    mount('sync-progress', {}, { tokenendpoint: '/codat/token' });

    await eventually(() => warned.length > 0);
    expect(warned).to.deep.equal([
      'tokenendpoint of <sync-progress> does nothing: the attribute is written token-endpoint.\nMore: codat-connect-elements/docs/warnings.md#unknown-attribute',
    ]);
  });

  it('says nothing of attributes that a server writes of properties, as SvelteKit does, once the page has set these', async () => {
    const { session } = lender;
    const written = { session: '[object Object]', sourcetypes: 'Accounting,Banking' };
    mount('platform-picker', { session, sourceTypes: ['Accounting', 'Banking'] }, written);
    mount('connection-list', { session }, { headinglevel: '3' });

    await eventually(() => warned.length > 0);
    expect(warned).to.have.length(1);
    expect(warned[0]).to.contain('headinglevel of <connection-list>');
  });

  it('says which attribute is only a property', async () => {
    mount(
      'connection-list',
      { session: lender.session },
      { connectanother: 'yes', 'data-session': '', title: '' },
    );

    await eventually(() => warned.length > 0);
    expect(warned).to.have.length(1);
    expect(warned[0]).to.match(
      /^connectanother of <connection-list> .+ set the property connectAnother by script/,
    );
  });

  it('waits until the component of a server’s page has set what it has to set', async () => {
    const list = mount('connection-list', { headingLevel: 7 }, { 'defer-hydration': '' });
    await list.updateComplete;
    mount('connection-list', { session: lender.session, headingLevel: 8 });
    await eventually(() => warned.length > 0);
    expect(warned.join()).to.match(/^headingLevel of <connection-list> names 8/);

    list.session = lender.session;
    list.removeAttribute('defer-hydration');
    await eventually(() => warned.length > 1);
    expect(warned.slice(1).join()).to.match(/^headingLevel of <connection-list> names 7/);
  });

  const html = { headers: { 'Content-Type': 'text/html' } };
  const notTokens: readonly [answer: string, respond: () => Response, says: RegExp][] = [
    ['a page', () => new Response('<!doctype html><p>Sign in</p>', html), /no JSON.+a page in HTML/],
    ['204', () => new Response(null, { status: 204 }), /an empty body, or JSON without/],
    ['{}', () => Response.json({ token: 'abc' }), /JSON without `companyId`, `accessToken` and `expiresIn`/],
    ['404', () => new Response('', { status: 404 }), /the status 404/],
    ['419', () => new Response('', { status: 419 }), /the status 419/],
    ['a redirect', () => Response.redirect('https://lender.test/sign-in'), /a redirect, .+ signed out/],
  ];
  for (const [answer, respond, says] of notTokens)
    it(`says what is wrong with a token endpoint that answers ${answer}`, async () => {
      const fetch = async () => Promise.resolve(respond());
      const session = createSession({ tokenEndpoint: 'https://lender.test/token', fetch });
      // Each message is logged once a page, and these two are the same.
      const tag = answer === '{}' ? 'sync-progress' : 'connection-list';
      mount(tag, { session });

      await eventually(() => warned.length > 0);
      expect(warned).to.have.length(1);
      expect(warned[0]).to.match(new RegExp(`^The token endpoint .+ of <${tag}> answered .+#no-token$`, 's'));
      expect(warned[0]).to.match(says);
      session.end();
    });

  it('names the token endpoint of an attribute', async () => {
    const { fetch } = globalThis;
    globalThis.fetch = async () => Promise.resolve(new Response('', { status: 405 }));
    try {
      mount('connection-list', {}, { 'token-endpoint': '/codat/tokens' });
      await eventually(() => warned.length > 0);
    } finally {
      globalThis.fetch = fetch;
    }
    expect(warned.join()).to.match(
      /^The token endpoint \/codat\/tokens of <connection-list> answered with the status 405/,
    );
  });

  it('says that getToken answered with no token', async () => {
    const session = createSession({
      getToken: async () => Promise.resolve({} as never),
      fetch: async () => Promise.resolve(Response.json({ results: [] })),
    });
    mount('platform-picker', { session });

    await eventually(() => warned.length > 0);
    expect(warned.join()).to.match(/or getToken of the session of <platform-picker> answered with .+ JSON/);
    session.end();
  });

  it('says what getToken threw, which the page tries again without a word', async () => {
    const session = createSession({
      getToken: () => Promise.reject(new ReferenceError('user is not defined')),
      fetch: async () => Promise.resolve(Response.json({ results: [] })),
    });
    mount('platform-picker', { session });

    await eventually(() => warned.length > 0);
    expect(warned.join()).to.match(/session of <platform-picker> .+ ReferenceError: user is not defined/);
    session.end();
  });

  it('is not logged for a token endpoint that says that nobody is signed in, or is away', async () => {
    for (const status of [401, 403, 503]) {
      const fetch = async () => Promise.resolve(new Response('', { status }));
      const session = createSession({ tokenEndpoint: 'https://lender.test/token', fetch });
      await part(mount('connection-list', { session }), 'panel-heading');
      session.end();
    }
    mount('connection-list', { session: lender.session }, { 'heading-level': '77' });

    await eventually(() => warned.length > 0);
    expect(warned.join()).to.match(/^heading-level of <connection-list> names 77/);
    expect(warned).to.have.length(1);
  });

  it('is not logged where nothing is wrong', async () => {
    const style = '--codat-color-accent: #0e4d38';
    const picker = mount(
      'platform-picker',
      { session: lender.session },
      { 'source-types': 'Accounting', style },
    );
    await part(picker, 'tile');

    expect(warned).to.deep.equal([]);
  });
});
