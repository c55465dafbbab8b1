import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../tools/find-browser.js';
import { bundle, openBenchSite } from './bench-site.js';
import { reportOf, type Run } from './report.js';
import { plotOf } from './plot.js';
import { quantile } from './spread.js';
import { subjects } from './subjects.js';
import { type, visit, type Figures, type Profile } from './visit.js';

// What the picker and the list cost beside pages written by hand, as ratios, in `docs/performance.md`:
// `npm run bench -- [--runs 7] [--n 60,1000,5000] [--subjects floor,lit,picker,list-floor,list]`. A floor is always visited.

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    n: { type: 'string', default: '60,1000,5000' },
    subjects: { type: 'string', default: subjects.map(({ name }) => name).join(',') },
  },
});

/** Fast 4G as Chromium's DevTools have it: 9 Mbit/s down and 1.5 up, less a tenth, and 60 ms, 2.75 times for a request. */
const fast4g = { down: (0.9 * 9e6) / 8, up: (0.9 * 1.5e6) / 8, latency: 60 * 2.75 };
const profiles: readonly Profile[] = [
  { name: 'desktop', viewport: { width: 1280, height: 800 }, slower: 1 },
  { name: 'phone', viewport: { width: 390, height: 844 }, slower: 4, network: fast4g },
];

const asked = values.subjects.split(',');
const unknown = asked.filter((name) => !subjects.some((subject) => subject.name === name));
if (unknown.length > 0) throw new Error(`There is no subject ${unknown.join(', ')}.`);
const chosen = subjects.filter(
  ({ name }) =>
    asked.includes(name) || subjects.some(({ name: by, floor }) => asked.includes(by) && floor === name),
);
const probe = await bundle('probe.ts');
const found = await findBrowser();
const runs: Run[] = [];
let version = '';

for (const platforms of values.n.split(',').map(Number)) {
  const site = await openBenchSite(platforms, { secure: true });
  try {
    // The first run fills the server's memory, and is not counted.
    for (let run = 0; run <= Number(values.runs); run++)
      for (const profile of run === 0 ? profiles.slice(0, 1) : profiles)
        for (const [subject, figures] of await roundOrAgain(profile, run)) {
          if (run > 0) runs.push({ platforms, profile: profile.name, subject, run, figures });
        }
  } finally {
    site.close();
  }

  /** A browser that ends before its time costs its round, and not the whole measurement. */
  async function roundOrAgain(profile: Profile, run: number, again = 2): ReturnType<typeof round> {
    try {
      return await round(profile, run);
    } catch (error) {
      if (again === 0) throw error;
      console.error(String(error));
      return roundOrAgain(profile, run, again - 1);
    }
  }

  /** Visits every subject once, in a new browser and with another first each time: a slow moment hits all alike. */
  async function round(profile: Profile, run: number) {
    const browser = await chromium.launch(found);
    version = browser.version();
    try {
      // The first page of a browser also starts its processes.
      const first = await browser.newContext({ ignoreHTTPSErrors: true });
      await (await first.newPage()).goto(site.urlOf('floor'));
      await first.close();
      const results: (readonly [Run['subject'], Figures])[] = [];
      for (let turn = 0; turn < chosen.length; turn++) {
        const subject = chosen[(turn + run) % chosen.length];
        if (!subject) continue;
        const url = site.urlOf(subject.name);
        const figures = await visit(browser, { url, subject, profile, probe }, async (visited) => {
          const keys = await type(visited, subject);
          return { ...visited.figures, ...(keys.length > 0 && { keystroke: quantile(keys, 0.5) }) };
        });
        console.log(
          `${platforms} platforms, run ${run}, ${profile.name}, ${subject.name}: ${Math.round(figures.usable)} ms`,
        );
        results.push([subject.name, figures]);
      }
      return results;
    } finally {
      await browser.close();
    }
  }
}

const docs = new URL('../../docs/', import.meta.url);
writeFileSync(new URL('performance.md', docs), await reportOf(runs, version));
writeFileSync(new URL('performance.svg', docs), plotOf(runs));
