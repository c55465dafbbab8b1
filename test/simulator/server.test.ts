import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { serveSimulator } from '../../demo/server/serve-simulator.js';

const headers = { Authorization: `Basic ${btoa('simulator')}` };

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function inFolder(run: (folder: string, port: number) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'simulator-'));
  try {
    await run(folder, await freePort());
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('the simulator as a server', () => {
  it('keeps its companies across a restart', () =>
    inFolder(async (folder, port) => {
      const stateFile = join(folder, 'kept', 'state.json');
      const first = await serveSimulator({ port, stateFile });
      const body = JSON.stringify({ name: 'Bracken Bakery' });
      const created = await fetch(`${first.simulator.origin}/companies`, { method: 'POST', headers, body });
      const { id } = (await created.json()) as { id: string };
      await first.close();
      assert.deepEqual(await readdir(join(folder, 'kept')), ['state.json']);

      // At another port: fetch may keep a connection to the first, which is closed only now.
      const second = await serveSimulator({ port: await freePort(), stateFile });
      const read = await fetch(`${second.simulator.origin}/companies/${id}`, { headers });
      assert.equal(read.status, 200);
      await second.close();
    }));

  it('starts empty if the file is unreadable', () =>
    inFolder(async (folder, port) => {
      const stateFile = join(folder, 'state.json');
      await writeFile(stateFile, '{"companies":');
      const { simulator, close } = await serveSimulator({ port, stateFile });
      assert.deepEqual(simulator.snapshot().companies, []);
      await close();
    }));

  it('breaks the TCP connection when a fault says so', () =>
    inFolder(async (_, port) => {
      const { simulator, close } = await serveSimulator({ port });
      simulator.faults.add({ times: 1, trouble: { is: 'reset' } });
      await assert.rejects(fetch(`${simulator.origin}/profile`, { headers }), TypeError);
      assert.equal((await fetch(`${simulator.origin}/profile`, { headers })).status, 200);
      await close();
    }));

  it('fails with a message when the port is in use', () =>
    inFolder(async (_, port) => {
      const { close } = await serveSimulator({ port });
      await assert.rejects(serveSimulator({ port }), { code: 'EADDRINUSE' });
      await close();
    }));
});
