import { compared, ratiosOf, situationsOf, type Run } from './report.js';
import { quantile } from './spread.js';
import { subjects, type SubjectName } from './subjects.js';

/** Colours that people who see few colours tell apart (Okabe and Ito). */
const colours: Partial<Record<SubjectName, string>> = { lit: '#56b4e9', picker: '#d55e00', list: '#009e73' };
const shown = ['usable', 'cpu', 'keystroke'];

const margin = { left: 130, top: 60 };
const panel = { width: 260, gap: 45 };
const lineHeight = 14;
const ticks = [0.125, 0.25, 0.5, 1, 2, 4, 8, 16];

/** A drawing of the ratios to the floor: a panel for each figure, a line from the least to the most with a dot at the median. */
export function plotOf(runs: readonly Run[]): string {
  const situations = situationsOf(runs);
  const drawn = subjects.filter(({ name }) => colours[name] && runs.some(({ subject }) => subject === name));
  const rowHeight = lineHeight * drawn.length + 12;
  const height = margin.top + rowHeight * situations.length + 30;
  const panels = compared.filter(({ figure }) => shown.includes(figure));
  const width = margin.left + panels.length * (panel.width + panel.gap);

  const all = panels.flatMap(({ figure }) =>
    drawn.flatMap((subject) => situations.flatMap((each) => ratiosOf(each.runs, subject, figure))),
  );
  const low = Math.min(0, Math.floor(Math.log2(Math.min(1, ...all))));
  const high = Math.max(1, Math.ceil(Math.log2(Math.max(1, ...all))));
  const x = (ratio: number): number => (panel.width * (Math.log2(ratio) - low)) / (high - low);

  const legend = drawn.map(
    ({ name, label }, index) =>
      `<circle cx="${margin.left + index * 180}" cy="16" r="4" fill="${colours[name] ?? ''}"/>` +
      `<text x="${margin.left + index * 180 + 9}" y="20">${escape(label.replaceAll('`', ''))}</text>`,
  );
  const rows = situations.map(
    ({ platforms, profile }, row) =>
      `<text x="0" y="${margin.top + row * rowHeight + rowHeight / 2}">${platforms.toLocaleString('en')}, ${profile}</text>`,
  );
  const bottom = rowHeight * situations.length;
  const panelsDrawn = panels.map(({ figure, title }, index) => {
    const grid = ticks
      .filter((tick) => Math.log2(tick) >= low && Math.log2(tick) <= high)
      .map(
        (tick) =>
          `<line x1="${round(x(tick))}" x2="${round(x(tick))}" y1="0" y2="${bottom}" stroke="${tick === 1 ? '#333' : '#ddd'}"/>` +
          `<text x="${round(x(tick))}" y="${bottom + 16}" text-anchor="middle">${tick}</text>`,
      );
    const marks = situations.flatMap((each, row) =>
      drawn.flatMap(({ name, ...rest }, place) => {
        const ratios = ratiosOf(each.runs, { name, ...rest }, figure);
        if (ratios.length === 0) return [];
        const [least = 1, median = 1, most = 1] = [0, 0.5, 1].map((part) => x(quantile(ratios, part)));
        const y = row * rowHeight + 6 + lineHeight * (place + 0.5);
        const colour = colours[name] ?? '';
        return [
          `<line x1="${round(least)}" x2="${round(most)}" y1="${y}" y2="${y}" stroke="${colour}" stroke-width="2"/>` +
            `<circle cx="${round(median)}" cy="${y}" r="4" fill="${colour}"/>`,
        ];
      }),
    );
    const at = margin.left + index * (panel.width + panel.gap);
    return `<g transform="translate(${at} ${margin.top})"><text y="-10" font-weight="bold">${title}</text>${[...grid, ...marks].join('\n')}</g>`;
  });

  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="12">
<title>Ratios to the floor</title>
<rect x="-10" width="${width}" height="${height}" fill="#fff"/>
${[...legend, ...rows, ...panelsDrawn].join('\n')}
</svg>
`;
}

const round = (value: number): string => value.toFixed(1);

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
