import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openStorybook, type Storybook } from '../../tools/storybook.js';
import { boxTroubles, keepNames } from '../support/boxes.js';

/** More space between lines, letters, words and paragraphs than anyone must bear (WCAG 2.2, 1.4.12). */
const spacing = `
  .host-page, .host-page * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  .host-page p { margin-block-end: 2em !important }
`;

describe('the stories', { concurrency: 2 }, () => {
  let storybook: Storybook;

  before(async () => (storybook = await openStorybook()));
  after(() => storybook.close());

  async function look(width: number, style: string): Promise<string[]> {
    const story = await storybook.open('light', { viewport: { width, height: 640 } });
    await story.context.addInitScript(keepNames);
    const troubles: string[] = [];
    for (const id of storybook.stories) {
      await story.show(id);
      if (style) await story.page.addStyleTag({ content: style });
      const sideways = await story.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (sideways > 0) troubles.push(`${id}: the page scrolls sideways by ${sideways} px`);
      const found = await story.page.evaluate(boxTroubles);
      troubles.push(...found.map((trouble) => `${id}: ${trouble}`));
    }
    await story.context.close();
    return troubles;
  }

  it('fit a page that is enlarged four times: 320 px are left of 1280', async () => {
    assert.deepEqual(await look(320, ''), []);
  });

  it('fit with more space between letters, words and lines', async () => {
    assert.deepEqual(await look(360, spacing), []);
  });
});
