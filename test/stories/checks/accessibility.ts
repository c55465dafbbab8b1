import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import type { HostPageTheme } from '../../../tools/storybook.js';
import { accessibilityRules } from './accessibility-rules.js';
import { setHostPage } from './host-page.js';

/** The pages that stories are checked on: the host's colours, and those a person sets for all pages. */
export const pages = [
  { on: 'a light page', theme: 'light' },
  { on: 'a dark page', theme: 'dark' },
  { on: 'a dark page that does not say so', theme: 'dark-unsaid' },
  { on: 'a page in forced colours', theme: 'light', forcedColors: 'active' },
] as const satisfies readonly { on: string; theme: HostPageTheme; forcedColors?: 'active' }[];

/** The name of one of these pages. */
export type PageName = (typeof pages)[number]['on'];

/** Puts axe into every page that is opened. */
export const axeInPage = `${axe.source}; axe.configure({ rules: ${JSON.stringify(accessibilityRules)} });`;

/** What axe holds against a story on each of the pages. */
export async function accessibilityProblems(page: Page): Promise<Readonly<Record<PageName, string[]>>> {
  const problems: Partial<Record<PageName, string[]>> = {};
  for (const { on, theme, ...media } of pages) {
    await setHostPage(page, theme);
    await page.emulateMedia({ forcedColors: 'none', ...media });
    problems[on] = await page.evaluate(runAxe, on === 'a light page' ? allRules : colourRules);
  }
  await setHostPage(page, 'light');
  await page.emulateMedia({ forcedColors: 'none' });
  return problems as Record<PageName, string[]>;
}

// Nothing that axe would load beforehand is of use to these rules.
const allRules: RunOptions = { resultTypes: ['violations'], preload: false };

/** Names, roles, structure and sizes don't change with the colours, and checking them takes axe longest. */
const colourRules: RunOptions = {
  ...allRules,
  runOnly: ['color-contrast', 'link-in-text-block'],
};

async function runAxe(options: RunOptions): Promise<string[]> {
  // What Storybook itself keeps on every page.
  const exclude = ['.sb-wrapper', '#storybook-docs', '#storybook-highlights-root'];
  const { violations, passes, incomplete, inapplicable }: AxeResults = await axe.run(
    { include: document.body, exclude },
    options,
  );
  const problems = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
  // A picture alone has no text to check the colour of, so that a rule may have no result.
  const checked = violations.length + passes.length + incomplete.length + inapplicable.length;
  return checked > 0 ? problems : ['was not looked over'];
}
