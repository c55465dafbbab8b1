import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { BrowserTab, Connections } from '../../support/browser-tab.js';
import { trials } from '../../support/trials.js';
import { stopClock, type Clock } from '../../support/clock.js';

const steps = fc.array(
  fc.record({
    does: fc.constantFrom(
      ...['choose', 'choose', 'allow', 'allow', 'return', 'return', 'back', 'back to a page loaded anew'],
      ...['reload', 'draw again', 'cancel', 'look', 'duplicate', 'other tab'],
    ),
    /** For which of the page's companies. */
    place: fc.constantFrom(0, 1),
  }),
  { maxLength: 14, size: 'max' },
);

/** The tabs of a walk that are open, which would keep Node running. */
let tabs: BrowserTab[] = [];

function closeTabs(): void {
  for (const tab of tabs) tab.end();
  tabs = [];
}

/** What a person and their browser may do, from page to page. */
async function walk(path: readonly { readonly does: string; readonly place: number }[]) {
  const connections = new Connections();
  let tab = new BrowserTab(connections, ['one', 'two']);
  tabs = [tab];
  await tab.activate();
  for (const { does, place } of path) {
    if (does === 'other tab') {
      const [first = tab, ...others] = tabs;
      tabs = [...others, first];
      tab = tabs[0] ?? tab;
      await tab.activate();
    } else if (does === 'duplicate') {
      tab = tab.duplicate();
      tabs = [tab, ...tabs];
      await tab.activate();
    } else if (does === 'allow') {
      if (tab.signingInFor) connections.link(tab.signingInFor);
    } else if (does === 'return') {
      if (tab.isAway) await tab.load(true);
    } else if (does.startsWith('back')) await tab.back(does === 'back');
    else if (tab.isAway) continue;
    else if (does === 'choose') await tab.choose(place);
    else if (does === 'reload') await tab.load();
    else if (does === 'draw again') await tab.redraw(place);
    else if (does === 'cancel') await tab.cancel(place);
    else await tab.refetchConnections();
  }
  return { connections, tab };
}

describe('the journey from page to page of a tab', () => {
  const globals = ['sessionStorage', 'window', 'document'].map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );

  let clock: Clock;

  beforeEach((test) => void (clock = stopClock(test as TestContext)));

  afterEach(closeTabs);

  after(() => {
    for (const [name, descriptor] of globals) {
      Reflect.deleteProperty(globalThis, name);
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
    }
  });

  it('notifies the host of each connection at most once, through navigation, bfcache, reloads and redraws, and of no outcome after it', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (path) => {
        closeTabs();
        await walk(path);
        for (const tab of tabs) {
          const ids = new Set(tab.dispatched.map(({ connection }) => connection));
          for (const id of ids) {
            const reported = tab.dispatched
              .filter(({ connection }) => connection === id)
              .map(({ type }) => type);
            assert.ok(
              reported.length <= 2 && new Set(reported).size === reported.length,
              `${id}: ${reported.join()}`,
            );
            const connected = reported.indexOf('codat-connected');
            assert.ok(connected < 0 || connected === reported.length - 1, `${id}: ${reported.join()}`);
          }
        }
      }),
      trials(3000, 300),
    );
  });

  it('dispatches the outcome of a sign-in on whichever page the person returns to', async () => {
    for (const way of ['return', 'back', 'back to a page loaded anew'])
      for (const later of [
        [],
        ['reload'],
        ['draw again'],
        ['back'],
        ['reload', 'back', 'draw again', 'look'],
      ]) {
        const path = ['choose', 'allow', way, 'look', ...later].map((does) => ({ does, place: 1 }));
        const { tab } = await walk(path);
        assert.deepEqual(
          tab.dispatched,
          [{ type: 'codat-connected', connection: 'two0' }],
          `${way}, ${later.join()}`,
        );
        closeTabs();
      }
  });

  it('dispatches it on a page that the browser kept for longer than the tab keeps the sign-in', async () => {
    const { connections, tab } = await walk([{ does: 'choose', place: 1 }]);
    clock.tick(11 * 60_000);
    connections.link('two0');
    await tab.back(true);

    assert.deepEqual(tab.dispatched, [{ type: 'codat-connected', connection: 'two0' }]);
  });

  it('dispatches once that a sign-in came to nothing, though the page is loaded again', async () => {
    for (const later of [[], ['cancel']]) {
      const { tab } = await walk(['choose', 'return', ...later].map((does) => ({ does, place: 1 })));
      const waitAMinute = async () => {
        for (let second = 0; second < 60; second++) {
          clock.tick(1_000);
          await tab.settled();
        }
      };
      await waitAMinute();
      const abandoned = [{ type: 'codat-abandoned', connection: 'two0' }];
      assert.deepEqual(tab.dispatched, abandoned);
      await tab.load();
      await waitAMinute();
      assert.deepEqual(tab.dispatched, abandoned, `${later.join()}, then loaded again`);
      closeTabs();
    }
  });

  it('continues for one company of the page though the connection of the other is deleted', async () => {
    const { connections, tab } = await walk([
      { does: 'choose', place: 0 },
      { does: 'back', place: 0 },
      { does: 'choose', place: 1 },
    ]);
    connections.remove('one0');
    connections.link('two1');
    await tab.load(true);

    assert.deepEqual(tab.dispatched, [{ type: 'codat-connected', connection: 'two1' }]);
  });
});
