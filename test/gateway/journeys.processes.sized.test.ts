import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sized } from '../support/trials.js';
import { retry, OpenPage } from './open-page.js';
import { customer, twoProcesses, type GatewayProcess } from './processes.js';
import { noRedis } from './redis/redis-server.js';
import { json, locationOf, type WireConnection } from './set-up.js';
import { until } from '../support/until.js';

const journeys = sized(1000, 40);
const atOnce = Math.min(80, journeys / 4);

/** Codat's API, and not its sign-in pages. */
const api = /^\/(companies|integrations)(?!.*\/start$)/;

type Customer = Awaited<ReturnType<typeof customer>>;

describe(
  `${journeys} people who connect at two processes, while Codat and Redis fail and processes are replaced`,
  { skip: noRedis },
  () => {
    let lender: Awaited<ReturnType<typeof twoProcesses>>;
    const end = new AbortController();
    const { signal } = end;
    before(async () => (lender = await twoProcesses()));
    after(async () => {
      end.abort();
      await lender.close();
    });

    const refusals = (): number => lender.one.refusals + lender.two.refusals;

    let turn = 0;
    const anyOf = (): GatewayProcess => (turn++ % 2 ? lender.one : lender.two);

    /** Someone follows the link and chooses; where they are sent then. */
    const signIn = async (own: Customer, linkUrl: string, outcome: 'allow' | 'cancel'): Promise<string> => {
      const { simulator } = lender;
      const start = locationOf(await retry(() => own.follow(anyOf(), linkUrl), 303, signal));
      const form = await (await simulator.fetch(start)).text();
      const id = /name="signIn" value="([^"]+)"/.exec(form)?.[1] ?? '';
      const { origin, pathname } = new URL(start);
      const body = new URLSearchParams({ signIn: id, outcome });
      return locationOf(await simulator.fetch(origin + pathname, { method: 'POST', body }));
    };

    /** From the click to the page that shows the connection. */
    const journey = async (own: Customer, index: number): Promise<OpenPage> => {
      const token = await own.tokenFrom(anyOf());
      const page = new OpenPage(own, token, anyOf, signal);
      // Two clicks, or two tabs, at two processes at once.
      const clicks = (['one', 'two'] as const).map((at) =>
        retry(() => own.begin(lender[at], token), 200, signal),
      );
      const begun = await Promise.all(clicks);
      const [first, second] = await Promise.all(begun.map((answer) => json<WireConnection>(answer)));
      assert.ok(first);
      assert.equal(first.id, second?.id);
      // Some quit at first, and every third closes the window when it is done.
      if (index % 10 === 0) await signIn(own, first.linkUrl, 'cancel');
      const back = await signIn(own, first.linkUrl, 'allow');
      if (index % 3 !== 0) assert.equal((await anyOf().fetch(back)).status, 303);
      await page.linked();
      return page;
    };

    it('all connect exactly once, and every page ends with the true status', async () => {
      const { redis, simulator } = lender;
      // Codat's daily allowance grows with the customers a lender has.
      for (let other = 0; other < 60; other++) await (await customer(simulator)).connectAtCodat();
      const people = await Promise.all(Array.from({ length: journeys }, () => customer(simulator)));

      const { faults } = simulator;
      faults.add({ path: api, chance: 0.03, trouble: { is: 'reset' } });
      faults.add({ path: api, chance: 0.02, trouble: { is: 'lost' } });
      faults.add({ path: api, chance: 0.05, trouble: { is: 'refused', status: 503 } });
      faults.add({ path: api, chance: 0.03, trouble: { is: 'refused', status: 500 } });
      faults.add({ path: api, chance: 0.02, trouble: { is: 'html' } });
      faults.add({ method: 'POST', path: api, trouble: { is: 'slow', ms: 30 } });
      const storm = () => {
        faults.add({
          path: api,
          times: 0.3 * journeys,
          trouble: { is: 'refused', status: 429, retryAfter: 1 },
        });
      };
      const withoutRedis = async () => {
        await redis.kill();
        // Enough for most pending requests to be refused: pages refetch as well.
        const enough = refusals() + 2 * atOnce;
        await until(() => refusals() > enough);
        await redis.restart();
      };
      let replica: ReturnType<typeof redis.replica> | undefined;
      const cut: (string[] | undefined)[] = [];
      const replaced = async (name: 'one' | 'two') => void cut.push(await lender.replace(name));
      const mishaps = new Map<number, () => unknown>(
        (
          [
            [0.1, () => redis.snapshot()],
            [0.2, storm],
            [0.3, () => redis.restartFromSnapshot()],
            [0.4, () => replaced('one')],
            [0.45, withoutRedis],
            [0.55, () => (replica = redis.replica())],
            [0.6, () => replaced('two')],
            [0.7, async () => (await replica)?.promote()],
            [0.8, storm],
            [0.85, () => replaced('one')],
          ] as const
        ).map(([part, mishap]) => [Math.round(part * journeys), mishap]),
      );

      // Codat's clock: what did not arrive is sent again.
      const ticking = setInterval(() => void simulator.tick(), 500);
      const queue = people.entries();
      const pages: OpenPage[] = [];
      // One begins when the one before is over: on a slow machine people may be quicker than a replica.
      let lastMishap: Promise<unknown> = Promise.resolve();
      const walk = async () => {
        for (const [index, own] of queue) {
          const page = await journey(own, index);
          const mishap = mishaps.get(pages.push(page));
          if (mishap) await (lastMishap = lastMishap.then(mishap));
          // Some stay open till the end.
          if (index % 10 !== 0) await page.close();
        }
      };
      signal.addEventListener('abort', () => clearInterval(ticking));
      await Promise.all(Array.from({ length: atOnce }, walk));
      clearInterval(ticking);
      faults.clear();
      await simulator.tick();
      await Promise.all(pages.map((page) => page.close()));

      assert.deepEqual(cut, [[], [], []], 'nothing was cut where a process was replaced');
      const { companies } = simulator.snapshot();
      const made = people.map(({ company }) => companies.find(({ id }) => id === company)?.connections ?? []);
      assert.deepEqual(
        made.filter((connections) => connections.length !== 1),
        [],
      );
      const truth = new Map(made.flat().map(({ id, status }) => [id, status]));
      assert.equal(pages.length, journeys);
      for (const { connections } of pages) {
        assert.equal(connections.length, 1);
        for (const { id, status } of connections)
          assert.deepEqual([status, truth.get(id)], ['Linked', 'Linked']);
      }
    });
  },
);
