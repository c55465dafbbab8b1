import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { freePort } from '../gateway/adapters/processes.js';
import { until } from '../support/until.js';
import { secrets } from './set-up.js';
import { openSite, Program, startPython, type Site, type StartRecipe } from './site.js';

const recipes = fileURLToPath(new URL('../../docs/recipes/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'recipes-'));
const run = promisify(execFile);

/** A language: the program it needs, what has to be built before, and how its recipe is started. */
interface Language {
  readonly needs: string;
  readonly build?: () => Promise<unknown>;
  readonly start: StartRecipe;
}

const languages: Readonly<Record<string, Language>> = {
  PHP: {
    needs: 'php',
    start: ({ PORT, HOOKS_SECRET }) =>
      new Program(
        'php',
        ['-d', `session.save_path=${folder}`, '-S', `127.0.0.1:${PORT}`, join(recipes, 'php/app.php')],
        { HOOKS_SECRET },
      ),
  },
  Ruby: { needs: 'ruby', start: (env) => new Program('ruby', [join(recipes, 'ruby/app.rb')], env) },
  Go: {
    needs: 'go',
    build: () =>
      run('go', ['build', '-o', join(folder, 'go-app'), '.'], {
        cwd: join(recipes, 'go'),
        env: { PATH: process.env['PATH'], HOME: folder, GOFLAGS: '-buildvcs=false', GO111MODULE: 'on' },
      }),
    start: (env) => new Program(join(folder, 'go-app'), [], env),
  },
  Java: {
    needs: 'javac',
    build: () => run('javac', ['-d', folder, join(recipes, 'java/App.java')]),
    start: (env) =>
      new Program('java', ['-Xshare:auto', '-XX:TieredStopAtLevel=1', '-cp', folder, 'App'], env),
  },
};

after(() => rmSync(folder, { recursive: true, force: true }));

const isMissing = (program: string): boolean => spawnSync('which', [program]).status !== 0;

for (const [name, { needs, build, start }] of Object.entries(languages)) {
  describe(`an app in ${name} beside the server`, { skip: isMissing(needs) && `no ${needs} here` }, () => {
    let site: Site;
    before(async () => {
      await build?.();
      site = await openSite(start);
    });
    after(() => site.close());

    const send = (
      path: string,
      cookie: string,
      init: Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> } = {},
    ) => fetch(site.url + path, { ...init, headers: { ...init.headers, Cookie: cookie } });
    /** Signs a customer in at the lender's, and returns their cookie. */
    const signIn = async (customer: string): Promise<string> => {
      const answer = await fetch(`${site.url}/sign-in`, { method: 'POST', body: customer });
      assert.equal(answer.status, 204);
      return (answer.headers.getSetCookie().at(-1) ?? '').split(';')[0] ?? '';
    };
    const tokenOf = async (cookie: string) => {
      const answer = await send('/codat/token', cookie, { method: 'POST' });
      assert.equal(answer.status, 200, site.app.output + site.server().output);
      return (await answer.json()) as { companyId: string; accessToken: string };
    };

    it('says whose company it is, keeps two customers apart, and ends with the session', async () => {
      const [mine, theirs] = [await signIn('customer-1'), await signIn('customer-2')];
      const [own, other] = [await tokenOf(mine), await tokenOf(theirs)];
      const list = (cookie: string) =>
        send(`/codat/api/companies/${own.companyId}/connections`, cookie, {
          headers: { Authorization: `Bearer ${own.accessToken}` },
        });

      assert.notEqual(own.companyId, other.companyId);
      assert.equal((await list(mine)).status, 200);
      assert.equal((await list(theirs)).status, 401);
      assert.equal((await fetch(`${site.url}/codat/token`, { method: 'POST' })).status, 401);
      assert.equal((await send('/codat/token', `${mine}x`, { method: 'POST' })).status, 401);
      assert.match(
        await (await send('/apply', mine)).text(),
        /<platform-picker token-endpoint="\/codat\/token"/,
      );
      assert.equal((await send('/sign-out', mine, { method: 'POST' })).status, 204);
      assert.equal((await list(mine)).status, 401);
      assert.equal((await send('/codat/token', mine, { method: 'POST' })).status, 401);
    });

    it('answers what is permitted, and takes Codat’s webhooks', async () => {
      const mine = await signIn('customer-3');
      const { companyId, accessToken } = await tokenOf(mine);
      const made = await send(`/codat/api/companies/${companyId}/connections`, mine, {
        method: 'POST',
        headers: { Authorization: `Bearer ${accessToken}` },
        body: JSON.stringify({ platformKey: 'gbol' }),
      });

      assert.deepEqual(
        ((await made.json()) as { can: string[] }).can,
        ['reconnect', 'delete'],
        site.app.output,
      );
      await site.app.wrote(/hook onWebhook/);
    });

    it('takes no call that is forged, changed or old', async () => {
      const body = JSON.stringify({ type: 'onWebhook', data: {} });
      const call = (secret: string, at: Date, sent = body) =>
        fetch(`${site.appOrigin}/codat-hooks`, {
          method: 'POST',
          headers: {
            'webhook-id': 'msg_1',
            'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
            'webhook-signature': new Webhook(secret).sign('msg_1', at, body),
          },
          body: sent,
        }).then(({ status }) => status);
      const now = new Date();

      assert.equal(await call(secrets.hooks, now), 204);
      assert.equal(await call('whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDC2FVsBQI', now), 401);
      assert.equal(await call(secrets.hooks, new Date(now.getTime() - 600_000)), 401);
      assert.equal(await call(secrets.hooks, now, body.replace('onWebhook', 'onConsent')), 401);
      assert.equal((await fetch(`${site.appOrigin}/codat-hooks`, { method: 'POST', body })).status, 401);
    });
  });
}

describe('an app beside the server that has no secret of hooks', () => {
  const all: typeof languages = { Python: { needs: 'python3', start: startPython }, ...languages };
  for (const [name, { needs, build, start }] of Object.entries(all)) {
    const skip = isMissing(needs) && `no ${needs} here`;
    it(`takes no call, though it is signed with an empty one, in ${name}`, { skip }, async () => {
      await build?.();
      const port = String(await freePort());
      const app = start({ PORT: port, HOOKS_SECRET: 'whsec_' });
      const send = (path: string, init?: RequestInit) =>
        fetch(`http://127.0.0.1:${port}${path}`, init).then(
          ({ status }) => status,
          () => undefined,
        );
      try {
        await until(async () => (await send('/apply')) === 200);

        const body = JSON.stringify({ type: 'onWebhook', data: {} });
        const at = String(Math.floor(Date.now() / 1000));
        const signature = createHmac('sha256', '').update(`msg_1.${at}.${body}`).digest('base64');
        const headers = {
          'webhook-id': 'msg_1',
          'webhook-timestamp': at,
          'webhook-signature': `v1,${signature}`,
        };
        assert.equal(await send('/codat-hooks', { method: 'POST', headers, body }), 401);
      } finally {
        await app.terminate();
      }
    });
  }
});
