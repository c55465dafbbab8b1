import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { PoweredByCodat } from '../../src/index.js';
import { platforms } from '../../src/simulator/platforms.js';
import { languages } from '../../stories/languages.js';
import { openStorybook, type StoryPage, type Storybook } from '../../tools/storybook.js';
import { boxTroubles, keepNames } from '../support/boxes.js';

/** How wide the page is: the narrowest there is room for, a phone, a laptop. */
const widths = [280, 360, 1280];

describe('every story, in every language', { concurrency: 2 }, () => {
  let storybook: Storybook;

  before(async () => (storybook = await openStorybook()));
  after(() => storybook.close());

  /** Shows each story, turns its elements to these languages one after the other, and looks. */
  async function look(
    turnTo: readonly string[],
    seen: (story: StoryPage, language: string) => Promise<readonly string[]>,
  ): Promise<string[]> {
    const story = await storybook.open('light');
    await story.context.addInitScript(keepNames);
    const troubles: string[] = [];
    for (const id of storybook.stories) {
      await story.page.setViewportSize({ width: 1280, height: 900 });
      await story.show(id);
      for (const language of turnTo) {
        await story.page.evaluate(speak, language);
        await story.page
          .waitForFunction(isSpoken, language)
          .catch(() => troubles.push(`${id} never spoke ${language}`));
        const found = await seen(story, language);
        troubles.push(...found.map((trouble) => `${id} in ${language}: ${trouble}`));
      }
    }
    await story.context.close();
    return troubles;
  }

  it('fits its words at any width: nothing is clipped, and no box lies on another', async () => {
    const tags = languages.map(({ value }) => value).filter((value) => value !== 'en-GB');
    const troubles = await look(tags, async ({ page }, language) => {
      const found: string[] = [];
      // The longest words, the widest letters and the other direction everywhere; the rest where there is least room.
      for (const width of ['de', 'ar', 'en-XA'].includes(language) ? widths : widths.slice(0, 1)) {
        await page.setViewportSize({ width, height: 900 });
        found.push(...(await page.evaluate(boxTroubles)).map((trouble) => `${width} px: ${trouble}`));
      }
      return found;
    });

    assert.equal(troubles.length, 0, troubles.join('\n'));
  });

  it('says nothing that is not a message, a name, a number or a date', async () => {
    const names = platforms.map(({ name }) => name);
    const troubles = await look(['en-XA'], async ({ page }) => {
      const texts = await page.evaluate(textsOf);
      return texts.filter((text) => !isSaid(text, names));
    });

    assert.equal(troubles.length, 0, troubles.join('\n'));
  });
});

/** A date and a time of day, and how long ago that is, as `Intl` writes them for the pseudo-locale. */
const moment = /\b[A-Z][a-z]+ \d{1,2}, \d{4} at \d{1,2}:\d\d\s[AP]M(?: \([\w ]+\))?/gu;

/** What is quoted to support. */
const reference = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** Whether a text is brackets of the pseudo-locale, and what stands between them needs no words. */
function isSaid(text: string, names: readonly string[]): boolean {
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(/\[[^[\]]*\]/g, '');
  }
  for (const name of names) rest = rest.replaceAll(name, '');
  rest = rest
    .replace(moment, '')
    .replace(reference, '')
    .replace(/, and /, '');
  return !/\p{L}/u.test(rest);
}

function speak(language: string): void {
  const ours = 'platform-picker, connection-list, sync-progress, connection-result, powered-by-codat';
  for (const element of document.querySelectorAll<PoweredByCodat>(ours)) {
    element.lang = language;
    element.requestUpdate();
  }
}

function isSpoken(language: string): boolean {
  const ours = 'platform-picker, connection-list, sync-progress, connection-result, powered-by-codat';
  return [...document.querySelectorAll(ours)].every(
    ({ shadowRoot }) => shadowRoot?.querySelector<HTMLElement>('[part="base"]')?.lang === language,
  );
}

/** Everything our elements say now, to the eye and to a screen reader: neither the host's words nor what was said before. */
function textsOf(): string[] {
  const ours = 'platform-picker, connection-list, sync-progress, connection-result, powered-by-codat';
  const spoken = ['aria-label', 'title', 'alt', 'placeholder', 'aria-description', 'aria-valuetext'];
  return [...document.querySelectorAll(ours)].flatMap(({ shadowRoot }) =>
    [
      ...(shadowRoot?.querySelectorAll(
        '*:not(style, bdi, [part~="logo"], [part~="terms"] *, [part~="told"])',
      ) ?? []),
    ].flatMap((element) => [
      ...spoken.flatMap((name) => element.getAttribute(name) ?? []),
      ...[...element.childNodes].flatMap((node) => (node instanceof Text ? node.data.trim() : [])),
    ]),
  );
}
