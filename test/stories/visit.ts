import { laptopViewport, visitEach, type StoryPage, type Storybook } from '../../tools/storybook.js';
import { keepNames } from '../support/layout-checks.js';
import { accessibilityProblems, axeInPage, type PageName } from './checks/accessibility.js';
import { drawnElements, type ElementDescription, type DrawnElement } from './checks/drawn-elements.js';
import { enlargedProblems, spacedProblems } from './checks/fit.js';
import { contrastInPage, lines, type Line } from './checks/lines.js';
import { motions } from './checks/motion.js';
import { hardestFits, textProblems, type TextProblems } from './checks/words.js';

/** All that was found when a story was opened once. */
export interface Visit extends TextProblems {
  readonly story: string;
  /** How it was not played to its end; errors, and requests that left the site, during the whole visit. */
  readonly problems: readonly string[];
  readonly drawn: readonly DrawnElement[];
  readonly moving: readonly string[];
  /** What moves unless a person wants no motion. */
  readonly movingOtherwise: readonly string[];
  readonly accessibility: Readonly<Record<PageName, readonly string[]>>;
  readonly enlarged: readonly string[];
  readonly spaced: readonly string[];
  readonly lines: readonly Line[];
}

/** Visits every story once. */
export async function visitEveryStory(
  storybook: Storybook,
  described: readonly ElementDescription[],
): Promise<readonly Visit[]> {
  const inPage = [keepNames, axeInPage, await contrastInPage()];
  return visitEach(
    storybook.stories,
    async () => {
      const story = await storybook.open('light');
      for (const script of inPage) await story.context.addInitScript(script);
      return story;
    },
    (story, id) => visit(story, id, described),
  );
}

/** From what changes nothing of the page to what moves focus, which is last; each check leaves the page as it was. */
async function visit(story: StoryPage, id: string, described: readonly ElementDescription[]): Promise<Visit> {
  const { page, pageErrors } = story;
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const finished = await story.show(id);
  const drawn = await drawnElements(page, described);
  const movingOtherwise = await motions(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await motions(page);
  const accessibility = await accessibilityProblems(page);
  const enlarged = await enlargedProblems(page);
  const spaced = await spacedProblems(page);
  const words = await textProblems(page, hardestFits);
  await page.setViewportSize(laptopViewport);
  const seen = await lines(page);
  const problems = pageErrors.splice(0);
  if (finished?.status !== 'success') problems.unshift(finished ? 'did not pass' : 'never finished');
  return {
    story: id,
    problems,
    drawn,
    moving,
    movingOtherwise,
    accessibility,
    enlarged,
    spaced,
    ...words,
    lines: seen,
  };
}
