import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { createServicesAndRoutes } from '../../src/gateway/create-gateway.js';
import { parseSettings } from '../../src/gateway/parse-settings.js';
import { apiKey, baseUrl, signingKey } from './set-up.js';
import { run, runGood, type Target } from './threats/attack.js';
import { requestInOrder } from './threats/request.js';
import { rows } from './threats/rows.js';
import { table } from './threats/table.js';
import { threats, type Threat } from './threats/threat.js';

const { routes } = createServicesAndRoutes(
  parseSettings({ apiKey, baseUrl, signingKeys: [signingKey], company: () => null }),
);
const names = Object.entries(routes).flatMap(([path, handlers]) =>
  Object.keys(handlers).map((method) => `${method} ${path}`),
);

describe('every threat to every route', () => {
  after(async () => console.log(await table()));

  it('is documented as it is here: `npm run docs` writes it', async () => {
    assert.equal(readFileSync(new URL('../../docs/threats.md', import.meta.url), 'utf8'), await table());
  });

  it('has a row in the table for each route, and a route for each row', () => {
    assert.deepEqual(Object.keys(rows).sort(), names.sort());
  });

  it('is tested, or has a reason why it is not', () => {
    for (const [name, { cells }] of Object.entries(rows)) {
      for (const [threat, cell] of Object.entries(cells)) {
        assert.ok('because' in cell ? cell.because.trim() : cell.attacks.length, `${name}: ${threat}`);
      }
    }
  });

  for (const [name, row] of Object.entries(rows)) {
    const { good, cells } = row;
    const target: Target = { name, good, request: (w) => requestInOrder(w, name, row) };
    describe(name, () => {
      it('leaves valid requests working', () => runGood(target));
      for (const threat of Object.keys(threats) as Threat[]) {
        const cell = cells[threat];
        if ('because' in cell) continue;
        it(threat, async (t) => {
          for (const attack of cell.attacks) await run(t, target, attack);
        });
      }
    });
  }
});
