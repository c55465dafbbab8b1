import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { environment } from '../clients/project.js';
import { baseUrl, signingKey } from '../gateway/set-up.js';
import { identities, secrets } from './set-up.js';
import { startServe } from './site.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** The stages of the Dockerfile. Each begins after `FROM`. */
const stages = readFileSync(join(root, 'Dockerfile'), 'utf8')
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll('\\\n', ' ')
  .split(/^FROM .*$/m)
  .slice(1)
  .map((stage) =>
    [...stage.matchAll(/^([A-Z]+) (.*)$/gm)].map(([, name = '', text = '']): Instruction => ({ name, text })),
  );

/** Files that `.dockerignore` keeps out, by their path or, after `**`, by their name. */
const ignored = new Set(readFileSync(join(root, '.dockerignore'), 'utf8').split('\n').filter(Boolean));

const isCopied = (source: string): boolean =>
  !ignored.has(relative(root, source)) && !ignored.has(`**/${basename(source)}`);

describe('the Dockerfile', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'connect-elements-docker-'));
    for (const name of ['build', 'app', 'tmp']) mkdirSync(join(folder, name));
  });
  after(() => rmSync(folder, { recursive: true }));

  // Installs the project's packages and builds it.
  it('makes a folder from which the server starts', { timeout: 900_000 }, async () => {
    const [build = [], image = []] = stages;
    const cwd = join(folder, 'build');
    for (const { name, text } of build) {
      const words = text.split(' ');
      if (name === 'COPY')
        for (const source of words.slice(0, -1))
          cpSync(join(root, source), join(cwd, source), { recursive: true, filter: isCopied });
      if (name === 'RUN') {
        const command = text.replaceAll(/(?<=\s)\/(?=(?:app|tmp)\b)/g, `${folder}/`);
        // Without what npm tells the scripts that it runs, such as the folder of this project.
        await promisify(execFile)('sh', ['-c', command], { cwd, env: environment, maxBuffer: Infinity });
      }
    }
    rmSync(cwd, { recursive: true });
    const [command = '', ...settings] = JSON.parse(
      image.find(({ name }) => name === 'CMD')?.text ?? '[]',
    ) as string[];
    assert.deepEqual(settings, ['serve']);

    const env = {
      ...identities.proxy,
      CODAT_API_KEY: 'a-key-that-no-one-asks-codat-with',
      BASE_URL: baseUrl,
      SIGNING_KEYS: signingKey,
      INTERNAL_KEY: secrets.internal,
      DRAIN_SECONDS: '0',
      REDIS_URL: 'redis://127.0.0.1:1',
    };
    const server = await startServe(env, join(folder, 'app', command));
    const alive = await fetch(`${server.internalOrigin}/livez`);
    assert.equal(alive.status, 200, server.output);
    assert.equal(await server.terminate(), 0, server.output);
  });
});
