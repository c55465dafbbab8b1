import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { laptopViewport, openStorybook, visitEach, type Storybook } from '../../tools/storybook.js';
import { keepNames } from '../support/layout-checks.js';
import { otherFits, textProblems } from './checks/words.js';

describe('every story, in every language of the toolbar', () => {
  let storybook: Storybook;
  before(async () => (storybook = await openStorybook()));
  after(() => storybook.close());

  for (const fit of otherFits)
    it(`plays to its end in ${fit.language} and fits at ${fit.widths.join(', ')} px: nothing is clipped, and no boxes overlap`, async () => {
      const problems = await visitEach(
        storybook.stories,
        async () => {
          // The pseudo-locale changes a name within a name twice, so that stories play in English before it is set.
          const played = fit.language === 'en-XA' ? 'en-GB' : fit.language;
          const story = await storybook.open('light', {}, played);
          await story.context.addInitScript(keepNames);
          return story;
        },
        async (story, id) => {
          // The one before may have been looked at on a phone.
          await story.page.setViewportSize(laptopViewport);
          const finished = await story.show(id);
          const { unfit } = await textProblems(story.page, [fit]);
          const errors = story.pageErrors.splice(0);
          const played = finished?.status === 'success' ? [] : ['did not play to its end'];
          return [...played, ...errors, ...unfit].map((trouble) => `${id}: ${trouble}`);
        },
      );
      assert.ok(problems.length > 40);
      assert.deepEqual(problems.flat(), []);
    });
});
