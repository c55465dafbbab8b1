import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSimulator, platforms } from '../../src/simulator/index.js';
import { type } from './command-line.js';

const origin = 'https://api.codat.example';

/** `doctor --live` on the simulator, which takes `latencyMs` to answer; whoever runs it does `act` while it waits. */
async function walk(
  act: (simulator: ReturnType<typeof createSimulator>) => void,
  { args = [], latencyMs = 0 }: { args?: string[]; latencyMs?: number } = {},
) {
  const start = Date.UTC(2026, 10, 23, 9);
  const clock = { now: start };
  const simulator = createSimulator({
    apiKey: 'simulator',
    origin,
    now: () => clock.now,
    platforms: platforms.filter(({ key }) => key === 'mqjo'),
  });
  const outcome = await type(['doctor', '--live', '--codat-url', origin, ...args], {
    fetch: (request) => {
      clock.now += latencyMs;
      return simulator.fetch(request);
    },
    now: () => clock.now,
    sleep: (ms) => {
      clock.now += ms;
      act(simulator);
      return Promise.resolve();
    },
  });
  return { ...outcome, left: simulator.snapshot().companies, simulator, tookMs: clock.now - start };
}

const connectionOf = (simulator: ReturnType<typeof createSimulator>): string =>
  simulator.snapshot().companies[0]?.connections.find(({ status }) => status === 'PendingAuth')?.id ?? '';

const signIn = (simulator: ReturnType<typeof createSimulator>): void => {
  const id = connectionOf(simulator);
  if (id) simulator.authorize(id);
};

describe('doctor --live', () => {
  it('walks from a company to its first data and back, and leaves nothing', async () => {
    const { code, errors, left, output } = await walk(signIn);

    assert.equal(code, 0, output);
    for (const step of ['company', 'connection', 'sign-in', 'data', 'disconnect', 'clean-up'])
      assert.match(output, new RegExp(`^ok +live: ${step}: `, 'm'));
    assert.match(errors, /Open this, choose any company, and allow it:\nhttps:\S+/);
    assert.deepEqual(left, []);
  });

  it('says where it stopped, and cleans up all the same', async () => {
    const { code, left, output } = await walk(() => undefined, { args: ['--wait', '20'] });

    assert.equal(code, 1);
    assert.match(output, /^FAULT +live: sign-in: Nobody signed in in the time/m);
    assert.match(output, /^ok +live: clean-up: /m);
    assert.deepEqual(left, []);
  });

  it('waits for a sign-in as long as it was told, and no longer when Codat is slow', async () => {
    const args = ['--wait', '20'];
    const { tookMs } = await walk(() => undefined, { args });
    assert.equal(tookMs, 20_000);

    const latencyMs = 4_000;
    const { tookMs: slowlyMs } = await walk(() => undefined, { args, latencyMs });
    // Besides, it creates a company and a connection, waits for the answer of its last look, and cleans up.
    assert.ok(slowlyMs <= 20_000 + 4 * latencyMs, `${slowlyMs} ms`);
  });

  it('says what is left when it could not clean up', async () => {
    const { code, left, output } = await walk((simulator) => {
      simulator.faults.add({
        method: 'DELETE',
        path: /^\/companies/,
        trouble: { is: 'refused', status: 503 },
      });
      signIn(simulator);
    });

    assert.equal(code, 1);
    assert.match(output, /^FAULT +live: clean-up: The company “Connect Elements doctor” is still at Codat/m);
    assert.equal(left.length, 1);
  });
});
