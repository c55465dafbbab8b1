import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openStorybook, type Storybook } from '../../tools/storybook.js';
import { sources } from '../architecture/sources.js';
import { describedElements } from './described-elements.js';

type Named = readonly { readonly name: string }[];

/** The lists in an element's manifest: each of these is a table of its page. */
interface Described {
  readonly tagName?: string;
  readonly attributes: Named;
  readonly events: Named;
  readonly slots?: Named;
  readonly cssParts: Named;
  readonly cssProperties: readonly { readonly name: string; readonly description: string }[];
}

describe('the documentation', () => {
  let elements: readonly Described[];
  let storybook: Storybook;

  before(async () => {
    elements = await describedElements<Described>();
    storybook = await openStorybook();
  });
  after(() => storybook.close());

  it('describes every custom property that the elements read, and no other', () => {
    const read = sources
      .filter(({ path }) => path.startsWith('styles/'))
      .flatMap(({ text }) => [...text.matchAll(/var\((--codat-[\w-]+)/g)].map(([, name]) => name ?? ''));
    const reported = elements.flatMap(({ cssProperties }) => cssProperties);

    assert.deepEqual([...new Set(reported.map(({ name }) => name))].sort(), read.sort());
    assert.deepEqual(
      reported.filter(({ description }) => !description),
      [],
    );
  });

  it('lists for each element those that it reads', () => {
    const quiet = elements.find(({ tagName }) => tagName === 'powered-by-codat');

    assert.deepEqual(
      quiet?.cssProperties.map(({ name }) => name),
      ['--codat-color-text', '--codat-color-muted', '--codat-font'],
    );
  });

  it('opens every page, with the whole reference of its element', async () => {
    const { context, page, pageErrors } = await storybook.open('light');
    const missing: string[] = [];
    for (const id of storybook.docs) {
      await page.goto(storybook.urlOf(id, 'light'));
      await page.getByRole('heading', { level: 1 }).waitFor();
      const element = elements.find(({ tagName }) => `${tagName ?? ''}--docs` === id);
      if (!element) continue;
      await page.getByRole('table').first().waitFor();
      const rows = await page.getByRole('row').locator('td:first-child').allInnerTexts();
      const { attributes, events, slots = [], cssParts, cssProperties } = element;
      const names = [attributes, events, slots, cssParts, cssProperties].flat().map(({ name }) => name);
      missing.push(...names.filter((name) => !rows.includes(name)).map((name) => `${id}: ${name}`));
    }
    await context.close();
    assert.deepEqual(missing, []);
    assert.deepEqual(pageErrors, []);
    assert.ok(storybook.docs.length >= elements.length);
  });
});
