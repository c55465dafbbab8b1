import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { beginToApply, choose, openSite, type Site } from './site.js';

/** What Chromium does, in the table of docs/windows.md. */
for (const policy of ['same-origin', 'none'] as const)
  describe(`the sign-in window, where the sign-in page’s opener policy is ${policy}`, () => {
    let site: Site;

    before(async () => {
      site = await openSite();
      if (policy === 'none') dropOpenerPolicy(site);
    });
    after(() => site.close());

    for (const [button, heading] of [
      ['Allow', /is connected$/],
      ['Cancel', 'Xero isn’t connected'],
    ] as const)
      it(`is gone by itself after «${button}», the one thing a person presses, and the page shows the next step`, async () => {
        const visit = await site.visit();
        await beginToApply(visit);
        const window = await choose(visit, 'Xero');
        const gone = window.waitForEvent('close');
        await window.getByRole('button', { name: button }).click();

        await gone;
        await visit.page.getByRole('heading', { name: heading }).waitFor();
        assert.deepEqual(visit.context.pages(), [visit.page]);
        // Chromium says so if the page is connected, and closes its window, before that window has come back from the platform.
        const tooEarly = 'Unsafe attempt to initiate navigation';
        assert.deepEqual(
          visit.pageErrors.filter((error) => !error.startsWith(tooEarly)),
          [],
        );
      });
  });

/** Serves the simulator's pages without the header that cuts a window off from the page that opened it. */
function dropOpenerPolicy({ simulator }: Site): void {
  const answer = simulator.fetch.bind(simulator);
  Object.assign(simulator, {
    fetch: async (request: Request): Promise<Response> => {
      const response = await answer(request);
      response.headers.delete('Cross-Origin-Opener-Policy');
      return response;
    },
  });
}
