import type { JWTPayload } from 'jose';
import { Webhook } from 'standardwebhooks';
import { nextWebhookSecret, webhookSecret } from '../set-up.js';
import type { AttackRequest, Outcome } from './attack.js';
import { all, changing, because, both, crossSiteHeaders, path, overriding } from './attacks.js';
import type { Row } from './threat.js';
import type { Environment } from './environment.js';

/** The threats to who someone is, answered alike by all routes that know people alike. */
type Identity = Pick<
  Row,
  'no identity' | 'another’s' | 'expired' | 'wrong audience' | 'wrong scope' | 'after sign-out' | 'cross-site'
>;

type Ours = 'token' | 'link' | 'state' | 'ticket' | 'receipt' | 'secret';

const ours: readonly Ours[] = ['token', 'link', 'state', 'ticket', 'receipt', 'secret'];

const asThem = (w: Environment): unknown => (w.visitor.company = w.theirs.company);
const signedOut = (w: Environment): unknown => (w.visitor.company = null);
const later = (seconds: number) => (w: Environment) => (w.clock.now += seconds * 1000);

const anonymous = overriding({ token: undefined });
const theirToken = changing(({ theirs }) => ({ token: theirs.token }));
const signed = (audience: string, claims: (w: Environment) => JWTPayload) =>
  changing(async (w) => ({ token: await w.sign(audience, claims(w)) }));

/** Everything of ours but what the route takes, and the right thing of another gateway’s. */
const asTokens = (taken: Ours) =>
  ours.filter((each) => each !== taken).map((each) => changing(({ mine }) => ({ token: mine[each] })));

/** Routes for a page’s token. */
export const byToken = (): Identity => ({
  'no identity': all(
    401,
    anonymous,
    overriding({ token: '' }),
    overriding({ token: undefined, headers: { Authorization: 'Basic dGVzdDp0ZXN0' } }),
    overriding({ token: undefined, headers: { Authorization: 'Bearer' } }),
    changing(({ mine }) => ({ token: undefined, headers: { Cookie: `token=${mine.token}` } })),
    changing(({ mine }) => ({ token: undefined, query: `access_token=${mine.token}&token=${mine.token}` })),
    changing((_, { method }) => ({ token: undefined, method: method === 'GET' ? 'HEAD' : method })),
    // The same path to a router, and not to every proxy.
    changing((_, { path }) => ({ token: undefined, path: path.replace(/[a-z]/, percent) })),
  ),
  'another’s': all(401, theirToken, { before: asThem }),
  expired: all(401, { before: later(900) }),
  'wrong audience': all(
    401,
    ...asTokens('token'),
    signed('/return/status', ({ mine: { company } }) => ({ company, scope: 'api', cookieBound: false })),
    signed('', ({ mine: { company } }) => ({
      company,
      scope: 'api',
      cookieBound: false,
      iss: 'https://lender.example/other',
    })),
    signed('', ({ mine: { company } }) => ({
      company,
      scope: 'api',
      cookieBound: false,
      aud: ['https://lender.example/other'],
    })),
  ),
  'wrong scope': all(
    401,
    signed('', ({ mine: { company } }) => ({ company, scope: 'everything', cookieBound: false })),
    signed('', ({ mine: { company } }) => ({ company, cookieBound: false })),
    signed('', () => ({ scope: 'api', cookieBound: false })),
  ),
  'after sign-out': all(401, { before: signedOut }),
  'cross-site': all(403, ...crossSiteHeaders),
});

/** The same where the path names the company: of another’s it knows nothing. */
export const byTokenAndPath = (): Identity => {
  const identity = byToken();
  return {
    ...identity,
    'another’s': both(
      identity['another’s'],
      all(
        404,
        { ...theirToken, before: asThem },
        path((path, { mine, theirs }) => path.replace(mine.company, theirs.company)),
        path((path) => path.replace(/companies\/[^/]+/, 'companies/11111111-2222-4333-8444-555555555555')),
      ),
    ),
  };
};

/** The same where it names a connection too. */
export const byTokenAndConnection = (): Identity => {
  const identity = byTokenAndPath();
  return {
    ...identity,
    'another’s': both(
      identity['another’s'],
      all(
        404,
        path((path, { mine, theirs }) => path.replace(mine.connection, theirs.connection)),
      ),
    ),
  };
};

const inPath = (what: 'link' | 'secret', value: (w: Environment) => string | Promise<string>) =>
  changing(async (w, { path }) => ({ path: path.replace(w.mine[what], await value(w)) }));

/** `/link/{signed}`, which is all the authority it takes. */
export const byLink = (signedOutEnds: Outcome, elsewhereEnds: Outcome): Identity => ({
  'no identity': all(
    410,
    inPath('link', () => 'nobody'),
    inPath('link', () => 'a.b.c'),
  ),
  'another’s': both(
    all(
      403,
      { before: asThem },
      inPath('link', ({ theirs }) => theirs.link),
    ),
    all(
      [404],
      inPath('link', ({ mine, theirs, sign }) =>
        sign('/link', { company: mine.company, connection: theirs.pending }),
      ),
    ),
  ),
  expired: all(410, { before: later(600) }),
  'wrong audience': all(
    410,
    ...ours.filter((each) => each !== 'link').map((each) => inPath('link', ({ mine }) => mine[each])),
    inPath('link', ({ mine, sign }) => sign('', { company: mine.company, connection: mine.pending })),
  ),
  'wrong scope': all(
    410,
    inPath('link', ({ mine, sign }) => sign('/link', { company: mine.company })),
    inPath('link', ({ mine, sign }) => sign('/link', { connection: mine.pending })),
  ),
  // Where nobody is signed in, GET only shows who requests what; the button of that page continues.
  'after sign-out': all(signedOutEnds, { before: signedOut }),
  'cross-site': both(
    // For another company’s people it does nothing.
    all(elsewhereEnds, ...crossSiteHeaders),
    all(403, ...crossSiteHeaders.map((attack) => ({ ...attack, before: asThem }))),
  ),
});

const state = (value: (w: Environment) => string | Promise<string>, more = '') =>
  changing(async (w) => ({ query: `state=${await value(w)}&statusCode=200${more}` }));

/** `/return?state=…`, to which Codat sends people. */
export const byState = (): Identity => ({
  'no identity': all(
    'unknown',
    overriding({ query: '' }),
    overriding({ query: 'state=nobody&statusCode=200' }),
  ),
  'another’s': both(
    all(
      'unknown',
      { before: asThem },
      state(({ theirs }) => theirs.state),
    ),
    all(
      'unknown',
      changing((w) => ({ query: `state=${w.mine.state}&connectionId=${w.theirs.pending}` })),
    ),
  ),
  expired: all('unknown', { before: later(86_400) }),
  'wrong audience': all(
    'unknown',
    ...ours.filter((each) => each !== 'state').map((each) => state(({ mine }) => mine[each])),
  ),
  'wrong scope': all(
    'unknown',
    state(({ mine, sign }) => sign('/return', { company: mine.company, connection: mine.pending })),
    state(({ mine, sign }) =>
      sign('/return', { company: mine.company, connection: mine.pending, for: 'all', returnTo: '/' }),
    ),
  ),
  // People also return where nobody is signed in; what they get is the status of one connection for ten minutes.
  'after sign-out': all('ticket', { before: signedOut }),
  'cross-site': all('ticket', ...crossSiteHeaders),
});

/** `/return/status`, with the ticket that the return gave. */
export const byTicket = (): Identity => ({
  'no identity': all(401, anonymous, overriding({ token: 'nobody' })),
  'another’s': all(
    401,
    { before: asThem },
    changing(({ theirs }) => ({ token: theirs.ticket })),
  ),
  expired: all(401, { before: later(600) }),
  'wrong audience': all(401, ...asTokens('ticket')),
  'wrong scope': all(
    401,
    signed('/return/status', ({ mine }) => ({ company: mine.company, connection: mine.pending, for: 'own' })),
    signed('/return/status', ({ mine }) => ({ company: mine.company, for: 'own', returned: '200' })),
  ),
  // A ticket also works where nobody is signed in, for ten minutes and one connection’s status.
  'after sign-out': all(200, { before: signedOut }),
  'cross-site': all(403, ...crossSiteHeaders),
});

/** `/share/{secret}`, for anyone who has the link. */
export const bySecret = (good: Outcome, elsewhereEnds: Outcome): Identity => ({
  'no identity': all(
    404,
    inPath('secret', () => 'nobody'),
    inPath('secret', () => 'A'.repeat(22)),
    // What the store and the owner’s list know it by opens nothing.
    inPath('secret', ({ mine }) => mine.share),
  ),
  'another’s': because('whoever holds the secret may follow it, whoever is signed in here'),
  // The store lets go of it.
  expired: all(404, { before: later(7 * 86_400), changes: true }),
  'wrong audience': all(
    404,
    ...ours.filter((each) => each !== 'secret').map((each) => inPath('secret', ({ mine }) => mine[each])),
  ),
  'wrong scope': because('a secret is random and says nothing that could be changed'),
  'after sign-out': all(404, {
    // Its owner withdraws it instead.
    before: async ({ call, mine }) => call(`/shares/${mine.share}`, { method: 'DELETE', token: mine.token }),
    changes: true,
  }),
  'cross-site': all(elsewhereEnds, ...crossSiteHeaders.map((attack) => attack)),
});

/** What is the same for everyone. */
export const byNobody = (): Identity => {
  const tokens = asTokens('token').map(({ change }) => ({ change }));
  return {
    'no identity': all(200, anonymous),
    'another’s': all(200, theirToken),
    expired: all(200, { ...anonymous, before: later(900) }),
    'wrong audience': all(200, ...tokens),
    'wrong scope': because('it looks at no token'),
    'after sign-out': all(200, { before: signedOut }),
    'cross-site': all(200, ...crossSiteHeaders),
  };
};

/** A webhook of Codat’s as its consumer in the Portal would send it, or as someone who tries to. */
export function webhook(
  w: Environment,
  body: string,
  { id = 'msg_1', ahead = 0, secret = webhookSecret }: { id?: string; ahead?: number; secret?: string } = {},
): Partial<AttackRequest> {
  const at = new Date(w.clock.now + ahead * 1000);
  return {
    body,
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    },
  };
}

/** The event in the valid webhook. */
export const event = ({ mine }: Environment): string =>
  JSON.stringify({
    id: 'e0fcbd34-27e6-4f8e-9a4d-7f9b7ff0b8d7',
    eventType: 'connection.connected',
    generatedDate: '2026-11-23T09:00:00Z',
    payload: { referenceCompany: { id: mine.company }, connection: { id: mine.pending } },
  });

/** What the headers of the webhook in order are changed to. */
const insteadOf = (headers: (w: Environment) => Readonly<Record<string, string>>) =>
  changing((w, original) => ({ headers: { ...original.headers, ...headers(w) } }));

/** `/webhooks`, for anyone with the secret that Codat’s Portal shows. */
export const bySignature = (): Identity => ({
  'no identity': both(
    all(
      400,
      changing((w) => ({ body: event(w), headers: {} })),
      insteadOf(() => ({ 'webhook-signature': '' })),
    ),
    all(
      401,
      ...['v1,', 'v1,AAAA', 'v1a,AAAA', 'none', ','].map((signature) =>
        insteadOf(() => ({ 'webhook-signature': signature })),
      ),
    ),
  ),
  'another’s': all(
    401,
    changing((w) => webhook(w, event(w), { secret: nextWebhookSecret })),
  ),
  expired: all(
    401,
    { before: later(301) },
    changing((w) => webhook(w, event(w), { ahead: -301 })),
    changing((w) => webhook(w, event(w), { ahead: 301 })),
  ),
  'wrong audience': all(
    401,
    ...ours.map((each) => insteadOf(({ mine }) => ({ 'webhook-signature': `v1,${mine[each]}` }))),
  ),
  'wrong scope': all(
    401,
    // The signature of another webhook: another body, another name, another time.
    changing((w) => ({ body: `${event(w)} ` })),
    changing((w) => ({ body: event(w).replace(w.mine.company, w.theirs.company) })),
    insteadOf(() => ({ 'webhook-id': 'msg_2' })),
    insteadOf(({ clock }) => ({ 'webhook-timestamp': String(clock.now / 1000 - 1) })),
  ),
  'after sign-out': because('nobody is signed in who could sign out: a machine of Codat’s sends it'),
  'cross-site': all(
    204,
    // No page has the secret, and nothing else decides.
    ...crossSiteHeaders.map(({ change }) =>
      changing((w, original) => ({ headers: { ...original.headers, ...change().headers } })),
    ),
  ),
});

/** `/token`, where the host alone says who someone is. */
export const byHost = (): Identity => {
  const nobodyWith = (
    original: (w: Environment) => Partial<AttackRequest> | Promise<Partial<AttackRequest>>,
  ) => ({
    ...changing(original),
    before: signedOut,
  });
  return {
    'no identity': all(401, { before: signedOut }),
    'another’s': all(
      'own token',
      changing(({ theirs }) => ({ query: `companyId=${theirs.company}&company=${theirs.company}` })),
      changing(({ theirs }) => ({
        body: JSON.stringify({ companyId: theirs.company, company: theirs.company }),
      })),
      changing(({ theirs }) => ({
        headers: { 'X-Company': theirs.company, 'X-Company-Id': theirs.company },
      })),
      theirToken,
    ),
    expired: all(401, {
      ...nobodyWith(({ mine }) => ({ token: mine.token })),
      before: (w) => (signedOut(w), later(900)(w)),
    }),
    'wrong audience': all(401, ...ours.map((each) => nobodyWith(({ mine }) => ({ token: mine[each] })))),
    'wrong scope': all(
      401,
      nobodyWith(async ({ mine, sign }) => ({
        token: await sign('', { company: mine.company, scope: 'token' }),
      })),
    ),
    'after sign-out': all(
      401,
      nobodyWith(() => ({ headers: { Cookie: 'session=before' } })),
    ),
    'cross-site': all(403, ...crossSiteHeaders),
  };
};

const percent = (letter: string): string => `%${letter.charCodeAt(0).toString(16)}`;
