import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../tools/find-browser.js';
import { clients, type Client } from './clients.js';
import { recordMatrix, type Row } from './matrix.js';
import { filesWithAdvice, install, pack, runScript } from './project.js';
import { openClientSite } from './site.js';
import { walk, type Walked } from './walk.js';

/** `CLIENTS='vue solid' npm run test:clients` walks these alone, and leaves the others' lines of the table. */
const named = process.env['CLIENTS']?.split(' ');
const wanted = clients.filter(({ folder }) => named?.includes(folder) ?? true);

describe('a host that installs the packed package', { concurrency: 2 }, () => {
  let work: string;
  let tarball: string;
  let browser: Browser;
  const rows = new Map<Client, Row>();

  before(async () => {
    work = await mkdtemp(join(tmpdir(), 'connect-elements-clients-'));
    tarball = await pack(work);
    browser = await chromium.launch(await findBrowser());
  });

  after(async () => {
    await browser.close();
    await rm(work, { recursive: true });
    recordMatrix(rows);
  });

  for (const client of wanted)
    it(`type-checks, builds and walks with ${client.title}`, async () => {
      rows.set(client, { works: false });
      const folder = await install(client, tarball, work);
      await runScript(client, 'check', folder);
      await runScript(client, 'build', folder);
      assert.deepEqual(
        filesWithAdvice(client, folder),
        [],
        'Advice for developers is in no production build.',
      );
      const walked = await walkOf(client, folder);
      rows.set(client, { works: true, ...walked });
    });

  const walkOf = async (client: Client, folder: string): Promise<Partial<Walked> & { engine: string }> => {
    if (client.delivery.is === 'unit tests') {
      await runScript(client, 'test', folder);
      return { engine: 'jsdom 26' };
    }
    const site = await openClientSite(client, folder);
    try {
      return {
        ...(await walk(browser, client, site)),
        engine: `Chromium ${browser.version().split('.')[0] ?? ''}`,
      };
    } finally {
      await site.close();
    }
  };
});

describe('the clients', () => {
  it('are eighteen', () => {
    assert.equal(clients.length, 18);
  });
});
