import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openStorybook, visitEach, type Storybook } from '../../tools/storybook.js';
import { keepNames } from '../support/layout-checks.js';
import { otherFits, textProblems } from './checks/words.js';

describe('every story, in the languages and widths that `npm test` leaves out', () => {
  let storybook: Storybook;
  before(async () => (storybook = await openStorybook()));
  after(() => storybook.close());

  it('fits its text: nothing is clipped, and no boxes overlap', async () => {
    const problems = await visitEach(
      storybook.stories,
      async () => {
        const story = await storybook.open('light');
        await story.context.addInitScript(keepNames);
        return story;
      },
      async (story, id) => {
        await story.show(id);
        const { unfit } = await textProblems(story.page, otherFits);
        return unfit.map((trouble) => `${id}: ${trouble}`);
      },
    );
    assert.ok(problems.length > 40);
    assert.deepEqual(problems.flat(), []);
  });
});
