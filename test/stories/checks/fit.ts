import type { Page } from 'playwright-core';
import { layoutProblems } from '../../support/layout-checks.js';

/** More space between lines, letters, words and paragraphs than anyone must bear (WCAG 2.2, 1.4.12). */
const spacing = `
  .host-page, .host-page * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  .host-page p { margin-block-end: 2em !important }
`;

/** What does not fit a page that is enlarged four times: 320 px are left of 1280. */
export async function enlargedProblems(page: Page): Promise<string[]> {
  return problemsAt(page, 320);
}

/** What does not fit a phone with more space between letters, words and lines. */
export async function spacedProblems(page: Page): Promise<string[]> {
  const style = await page.addStyleTag({ content: spacing });
  const problems = await problemsAt(page, 360);
  await style.evaluate((style) => (style as Element).remove());
  return problems;
}

async function problemsAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 640 });
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  const problems = await page.evaluate(layoutProblems);
  return sideways > 0 ? [`the page scrolls sideways by ${sideways} px`, ...problems] : problems;
}
