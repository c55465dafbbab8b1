import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openBrowser } from '../support/browser.js';

const hour = 3600;

/** Calls about a company that Codat may count in an hour, however many tabs are open. */
const maxCalls = { idle: { events: 5, asking: 40 }, first: { events: 60, asking: 60 } } as const;

for (const events of [true, false]) {
  const way = events ? 'events' : 'asking';
  for (const tabs of [1, 7]) {
    describe(`${tabs === 1 ? 'one tab' : 'seven tabs'}, ${events ? 'with events' : 'without events'}`, () => {
      it(`cost at most ${maxCalls.idle[way]} calls an hour while nothing happens`, async (test) => {
        const browser = await openBrowser(test, { events });
        await browser.lender.addConnection('gbol', 'Marlow Bakery');
        await browser.advance(120);
        browser.calls();
        for (let tab = 0; tab < tabs; tab++) browser.open();
        await browser.advance(hour);

        const calls = browser.calls();
        test.diagnostic(`idle: ${calls} calls in an hour`);
        assert.ok(calls > 0 && calls <= maxCalls.idle[way], String(calls));
      });

      for (const [what, platform, lasts] of [
        ['a first read of twenty seconds', 'gbol', true],
        ['a first read that waits all the hour', 'hbql', false],
      ] as const) {
        it(`cost at most ${maxCalls.first[way]} calls in the first hour of ${what}`, async (test) => {
          const browser = await openBrowser(test, { events });
          const connection = await browser.lender.addConnection(platform);
          await browser.settle();
          for (let tab = 0; tab < tabs; tab++) browser.open();
          await browser.advance(20);
          browser.calls();
          browser.lender.simulator.authorize(connection, 'Marlow Bakery');
          await browser.advance(hour);

          const calls = browser.calls();
          test.diagnostic(
            `${lasts ? 'first read' : 'waiting for a computer'}: ${calls} calls in its first hour`,
          );
          assert.ok(calls > 0 && calls <= maxCalls.first[way], String(calls));
        });
      }
    });
  }
}
