import { format, resolveConfig } from 'prettier';
import { quantile } from './spread.js';
import { subjects, type Subject, type SubjectName } from './subjects.js';
import type { Figures } from './visit.js';

/** One visit to a subject. Those with the same number of a run were made one after the other. */
export interface Run {
  readonly platforms: number;
  readonly profile: string;
  readonly subject: SubjectName;
  readonly run: number;
  readonly figures: Figures;
}

/** What is compared with the floor, with the unit of the floor's own figure. */
export const compared: readonly {
  readonly figure: keyof Figures;
  readonly title: string;
  readonly unit: string;
  readonly per: number;
}[] = [
  { figure: 'usable', title: 'time to usable', unit: 'ms', per: 1 },
  { figure: 'cpu', title: 'main-thread CPU', unit: 'ms', per: 1 },
  { figure: 'keystroke', title: 'keystroke to results', unit: 'ms', per: 1 },
  { figure: 'heap', title: 'heap', unit: 'kB', per: 1000 },
];

/** What is counted. */
const counted = [
  { figure: 'nodes', title: 'DOM nodes', per: 1 },
  { figure: 'scriptBytes', title: 'script, kB', per: 1000 },
  { figure: 'requests', title: 'requests', per: 1 },
] as const;

/** Every combination of a number of platforms and a profile that was visited, in that order. */
export function situationsOf(runs: readonly Run[]): { platforms: number; profile: string; runs: Run[] }[] {
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    const key = `${run.platforms} ${run.profile}`;
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups.values()].map((group) => {
    const { platforms = 0, profile = '' } = group[0] ?? {};
    return { platforms, profile, runs: group };
  });
}

/** A subject's figure in each run, divided by that of its floor in the same run. */
export function ratiosOf(runs: readonly Run[], { name, floor }: Subject, figure: keyof Figures): number[] {
  return runs
    .filter(({ subject }) => subject === name)
    .flatMap((run) => {
      const base = runs.find(({ subject, run: other }) => subject === floor && other === run.run);
      const [one, other] = [run.figures[figure], base?.figures[figure]];
      return one === undefined || other === undefined ? [] : [one / other];
    });
}

/** The page `docs/performance.md`. */
export async function reportOf(runs: readonly Run[], chromium: string): Promise<string> {
  const counts = [...new Set(runs.map(({ platforms }) => platforms))];
  const page = `<!-- \`npm run bench\` writes this page. -->

# Performance

What a page with our elements costs beside one that somebody wrote by hand: the **floor** is a static page with the same tiles and search, a few lines of script and no library. **Bare Lit** is one element of Lit's alone that fetches the same list, and has only the rows near the view in the DOM. \`<connection-list>\` shows sixty connections, and its floor is a static page with the same rows. All are in \`test/bench\`.

![Ratios to the floor, from the least to the most](performance.svg)

Ratios are the result; a floor's own figures hold for one machine and one hour. A cell is the median of ${Math.max(...runs.map(({ run }) => run))} visits, with the least and the most. Chromium ${chromium}.

${counts.map((count) => sectionOf(runs, count)).join('\n')}
## How it is measured

- **Visits.** A new browser context for each, so that nothing is cached; subjects take turns, and a ratio is of two visits of the same round. *Desktop* is the machine as it is, at 1280 × 800. *Phone* is 390 × 844, computes a quarter as fast and has Fast 4G of Chromium's DevTools (8.1 Mbit/s, 165 ms a request).
- **Server.** The real gateway on the simulator of Codat, with HTTP/2, TLS and brotli. Its answers are made before the first visit that counts, so that no work of the server's is measured.
- **Time to usable.** From setting out for the page to the end of the frame that painted the last of the tiles in view, with a search field that takes text. Logos may be missing.
- **Main-thread CPU.** What the page's main thread computed until nothing more was loaded, in its own time.
- **Keystroke to results.** From a real key going down to the end of the frame that changed the tiles in view: the median of the keys that changed them.
- **Heap, DOM nodes.** Once nothing more is loaded, after a garbage collection.
- **Script, requests.** What was asked for before the page was usable, whether or not it had arrived: bytes as the network has them, pictures not counted.

\`npm run bench\` measures it again and writes this page; \`npm run bench -- --runs 3 --n 60 --subjects picker\` is a short run. Times fail nothing. \`test/e2e/page-costs.test.ts\` fails \`npm test\` when a count grows.
`;
  const path = new URL('../../docs/performance.md', import.meta.url);
  return format(page, { ...(await resolveConfig(path)), parser: 'markdown' });
}

function sectionOf(runs: readonly Run[], count: number): string {
  const titles = ['', '', ...compared.map(({ title }) => title), ...counted.map(({ title }) => title)];
  const rows = subjects.flatMap((subject) =>
    situationsOf(runs)
      .filter((each) => each.platforms === count)
      .filter((each) => each.runs.some((run) => run.subject === subject.name))
      .map(({ profile, runs }) => [
        subject.label,
        profile,
        ...compared.map((each) => comparison(runs, subject, each)),
        ...counted.map(({ figure, per }) => {
          const values = runs
            .filter(({ subject: name }) => name === subject.name)
            .map(({ figures }) => figures[figure] / per);
          return quantile(values, 0.5).toFixed(per > 1 ? 1 : 0);
        }),
      ]),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return `## ${count.toLocaleString('en')} platforms\n\n${[titles, titles.map(() => '---'), ...rows].map(line).join('')}`;
}

/** A floor's own figure, or the ratio to it. */
function comparison(
  runs: readonly Run[],
  subject: Subject,
  { figure, unit, per }: (typeof compared)[number],
): string {
  const isFloor = subject.floor === subject.name;
  const values = isFloor
    ? runs
        .filter(({ subject: name }) => name === subject.name)
        .flatMap(({ figures }) => figures[figure] ?? [])
        .map((value) => value / per)
    : ratiosOf(runs, subject, figure);
  if (values.length === 0) return '–';
  const [least, median, most] = [0, 0.5, 1].map((part) => quantile(values, part).toFixed(isFloor ? 0 : 2));
  return isFloor ? `${median} ${unit} (${least}–${most})` : `**${median}** (${least}–${most})`;
}
