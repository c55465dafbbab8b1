import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { internalOpenApiOperations } from '../../src/server/operations/internal-operations.js';
import { identityWays } from '../../src/server/define-setting.js';
import { threats, type Threat } from '../gateway/threats/threat.js';
import { secrets, sessionToken, setUpServer, type Headers } from './set-up.js';
import { serverRows, type ServerAttack, type World } from './threat-rows.js';

/** What a request of each customer has, in each way of identity. */
const customers: Readonly<Record<string, () => Promise<readonly [Headers, Headers]>>> = {
  ask: () => Promise.resolve([{ Cookie: 'session=mine' }, { Cookie: 'session=theirs' }]),
  token: async () => [
    { Cookie: `session=${await sessionToken({ sub: 'customer-1' })}` },
    { Cookie: `session=${await sessionToken({ sub: 'customer-2' })}` },
  ],
  proxy: () =>
    Promise.resolve([
      { 'X-Customer': 'customer-1', 'X-Proxy-Secret': secrets.proxy },
      { 'X-Customer': 'customer-2', 'X-Proxy-Secret': secrets.proxy },
    ]),
};

describe('every threat to the server', () => {
  it('has a row in the table for each way of identity and each route of the internal port', () => {
    assert.deepEqual(Object.keys(serverRows), [
      ...identityWays.map((way) => `IDENTITY=${way}`),
      ...Object.keys(internalOpenApiOperations),
    ]);
  });

  for (const [name, { env, good, cells }] of Object.entries(serverRows)) {
    describe(name, () => {
      let w: World;
      before(async () => {
        const [mine = {}, theirs = {}] = (await customers[env['IDENTITY'] ?? '']?.()) ?? [];
        w = { ...(await setUpServer(env)), mine, theirs };
      });
      after(() => w.server.stop());
      beforeEach(() => {
        w.app.sessions.set('session=mine', { reference: 'customer-1' });
        w.app.sessions.set('session=theirs', { reference: 'customer-2' });
      });
      const run = async ({ ends, send, check }: ServerAttack): Promise<void> => {
        const response = await send(w);
        const text = await response.clone().text();
        assert.ok([ends].flat().includes(response.status), `${response.status}: ${text.slice(0, 200)}`);
        await check?.(w, response);
        assert.doesNotMatch(text, /evil/);
        assert.deepEqual(w.foreignRequests, []);
        for (const line of w.log) assert.doesNotMatch(line, /customer-|a-secret-of/);
      };

      it('leaves valid requests working', () => run(good));
      for (const threat of Object.keys(threats) as Threat[]) {
        const cell = cells[threat];
        if ('because' in cell) continue;
        it(threat, async () => {
          for (const attack of cell.attacks) await run(attack);
        });
      }
    });
  }
});
