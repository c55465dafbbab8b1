import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { json } from '../set-up.js';
import { createEnvironment, type Environment } from './environment.js';
import { stopClock } from '../../support/clock.js';

/** One request to the gateway, each part of it as an attacker may set it. */
export interface AttackRequest {
  readonly method: string;
  /** Under the mount, without the query. */
  readonly path: string;
  readonly query: string;
  readonly token: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: BodyInit | undefined;
}

/** How an attack must end: with a status, with one of several, or as {@link outcomes} says. */
export type Outcome = keyof typeof outcomes | number | readonly number[];

/** One try: what differs from the request that is in order, what happened before, and how it must end. */
export interface Attack {
  readonly ends: Outcome;
  readonly change?: (
    w: Environment,
    good: AttackRequest,
  ) => Partial<AttackRequest> | Promise<Partial<AttackRequest>>;
  readonly before?: (w: Environment) => unknown;
  /** The same was sent once before. */
  readonly again?: boolean;
  /** The same was sent so many times before, at one moment. */
  readonly repeated?: number;
  /** How many calls to Codat all of them may cost, except those for the platforms' images. */
  readonly mostCalls?: number;
  /** What else must be so afterwards. */
  readonly check?: (w: Environment, response: Response) => void | Promise<void>;
  /** What happened before leaves traces, so the next attack needs another world. */
  readonly changes?: boolean;
  /** Some of it takes time, which is then let pass. */
  readonly slow?: boolean;
}

/** The cell of a route and a threat: attacks that must fail, or the reason why there are none. */
export type Cell = { readonly attacks: readonly Attack[] } | { readonly because: string };

/** A route as the gateway has it, and a request to it that is in order. */
export interface Target {
  /** Such as `GET /api/integrations/:key`. */
  readonly name: string;
  /** How a request that is in order ends. */
  readonly good: Outcome;
  readonly request: (w: Environment) => AttackRequest;
}

/** Ends that are more than a status. */
const outcomes = {
  /** Back to the lender’s page, which learns nothing. */
  unknown: (response: Response) =>
    isRedirect(response, /^https:\/\/lender\.example\/connected#codat=unknown$/),
  /** Back to the lender’s page, with a ticket. */
  ticket: (response: Response) =>
    isRedirect(response, /^https:\/\/lender\.example\/connected#codat=\w+\.\w+\.[\w-]+$/),
  /** On to Codat. */
  'to Codat': (response: Response) =>
    isRedirect(response, /^https:\/\/api\.codat\.example\/companies\/[^/]+\/connections\//),
  /** To the page that explains the link. */
  'to its page': (response: Response) =>
    isRedirect(response, /^https:\/\/lender\.example\/codat\/(?:share|link)\/[\w.-]+$/),
  /** A token for the company that `company()` names. */
  'own token': async (response: Response, w: Environment) => {
    assert.equal(response.status, 200);
    assert.equal((await json<{ companyId: string }>(response)).companyId, w.mine.company);
  },
} as const;

function isRedirect(response: Response, to: RegExp): void {
  assert.equal(response.status, 303);
  assert.match(response.headers.get('Location') ?? '', to);
}

/** A world for each route, which attacks that fail leave as it was. */
const worlds = new Map<string, Environment>();

/** Runs one attack: in a world of its own if it may change that. */
export async function run(t: TestContext, target: Target, attack: Attack): Promise<void> {
  const { name, good } = target;
  const isChange = attack.ends === good && !name.startsWith('GET');
  const w = (!isChange && !attack.changes && worlds.get(name)) || (await createEnvironment());
  if (!isChange && !attack.changes) worlds.set(name, w);
  const [now, company] = [w.clock.now, w.mine.company];
  try {
    await attempt(t, target, attack, w);
  } finally {
    w.clock.now = now;
    w.visitor.company = company;
  }
}

async function attempt(
  t: TestContext,
  { name, good, request: inOrder }: Target,
  attack: Attack,
  w: Environment,
): Promise<void> {
  const log = t.mock.method(console, 'error', () => undefined);
  const valid = inOrder(w);
  await attack.before?.(w);
  const request = { ...valid, ...(await attack.change?.(w, valid)) };
  const callsBefore = w.simulator.requests.length;
  if (attack.again) await (await send(w, request)).body?.cancel();
  const repeated = Array.from({ length: attack.repeated ?? 0 }, () => send(w, request));
  for (const { body } of await Promise.all(repeated)) await body?.cancel();
  const before = stateOf(w);
  const askedBefore = w.simulator.requests.length;

  const response = await (attack.slow ? sendWithClock(t, () => send(w, request)) : send(w, request));

  const seen = [...response.headers].flat().join('\n') + (await textOf(response));
  const what = `${name}: ${request.method} ${request.path.slice(0, 200)}`;
  await expectEnd(response, attack.ends, w, what);
  await attack.check?.(w, response);
  const calls = w.simulator.requests.slice(callsBefore).filter(({ path }) => path.startsWith('/companies/'));
  assert.ok(calls.length <= (attack.mostCalls ?? Infinity), `${what} cost ${calls.length} calls`);
  assert.doesNotMatch(seen, /evil/i, what);
  assert.equal(response.headers.get('Access-Control-Allow-Origin'), null, what);
  const reports = log.mock.calls.filter(({ arguments: [message] }) =>
    String(message).startsWith('Connect Elements'),
  );
  assert.deepEqual(
    reports.map((call) => call.arguments),
    [],
    what,
  );
  assert.deepEqual(w.foreignRequests, [], what);
  for (const { path } of w.simulator.requests.slice(askedBefore)) assert.match(path, allowed, what);
  const isRefusal = attack.ends !== good && response.status >= 300 && typeof attack.ends !== 'string';
  if (!isRefusal) return;
  assert.deepEqual(stateOf(w), before, `${what} changed something at Codat`);
  for (const [key, value] of Object.entries(w.theirs)) {
    assert.ok(!seen.includes(value), `${what} shows another’s ${key}`);
  }
}

/** Checks that a request that is in order ends as it should: else its refusals would prove nothing. */
export async function runGood(target: Target): Promise<void> {
  const w = await createEnvironment();
  await expectEnd(await send(w, target.request(w)), target.good, w, target.name);
}

async function expectEnd(response: Response, end: Outcome, w: Environment, what: string): Promise<void> {
  if (typeof end === 'string') return outcomes[end](response, w);
  const message = `${what}: ${response.status} ${(await textOf(response)).slice(0, 200)}`;
  assert.ok([end].flat().includes(response.status), message);
}

function send(
  { gateway }: Environment,
  { method, path, query, token, headers, body }: AttackRequest,
): Promise<Response> {
  const url = `https://lender.example/codat${path}${query && `?${query}`}`;
  return gateway.fetch(
    new Request(url, {
      method,
      headers: { ...(token !== undefined && { Authorization: `Bearer ${token}` }), ...headers },
      ...(body !== undefined && { body, duplex: 'half' }),
    }),
  );
}

/** The whole body, or its first chunk if it is a stream. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) return response.clone().text();
  if (response.bodyUsed) return '';
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return first?.value ?? '';
}

/** Lets time pass, ten minutes at most, until there is an answer. */
async function sendWithClock(t: TestContext, ask: () => Promise<Response>): Promise<Response> {
  const clock = stopClock(t);
  let response: Response | undefined;
  void ask().then((given) => (response = given));
  for (let second = 0; !response && second < 600; second++) {
    // Whatever can go on without that time does, signatures on other threads included.
    await pause(5);
    clock.tick(1000);
  }
  clock.resume();
  assert.ok(response, 'There is no answer.');
  return response;
}

/** What Codat knows of everyone, but for the one-time links that reading makes. */
const stateOf = ({ simulator }: Environment): unknown => simulator.snapshot().companies;

/** Every path of Codat's that the gateway ever calls. */
const allowed =
  /^\/(integrations(\/\w+\/branding)?|companies\/[0-9a-f-]{36}\/(connections(\/[0-9a-f-]{36})?|dataStatus|data\/history)|public\/.*|images\/.*)$/;
