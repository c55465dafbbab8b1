import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { openStorybook, type Storybook } from '../../tools/storybook.js';

/** What an element's JSDoc tells of its looks, as the manifest has it. */
interface Element {
  readonly tagName?: string;
  readonly cssParts: readonly { readonly name: string; readonly description: string }[];
  readonly cssStates?: readonly { readonly name: string }[];
}

/** What was found on the page of a story. */
interface Found {
  readonly tag: string;
  readonly parts: readonly string[];
  readonly states: readonly string[];
}

describe('what a host’s style sheet can reach, over all stories', () => {
  const found: (Found & { readonly story: string })[] = [];
  let storybook: Storybook;
  let elements: readonly Element[];

  before(async () => {
    const file = new URL('../../dist/custom-elements.json', import.meta.url);
    const { modules } = JSON.parse(await readFile(file, 'utf8')) as {
      modules: readonly { readonly declarations: readonly Element[] }[];
    };
    elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
    const documented = elements.map(({ tagName, cssStates = [] }) => ({
      tag: tagName ?? '',
      states: cssStates.map(({ name }) => name),
    }));
    storybook = await openStorybook();
    const story = await storybook.open('light');
    for (const id of storybook.stories) {
      await story.show(id);
      const here = await story.page.evaluate(lookOver, documented);
      found.push(...here.map((each) => ({ ...each, story: id })));
    }
  });

  after(() => storybook.close());

  it('are the parts that are documented: all of them, and no others', () => {
    const differences = elements.flatMap(({ tagName, cssParts }) => {
      const drawn = new Set(found.filter(({ tag }) => tag === tagName).flatMap(({ parts }) => parts));
      const told = new Set(cssParts.map(({ name }) => name));
      const undocumented = [...drawn].filter((part) => !told.has(part));
      const unseen = [...told].filter((part) => !drawn.has(part));
      return undocumented.length + unseen.length > 0 ? { tagName, undocumented, unseen } : [];
    });
    assert.deepEqual(differences, []);
  });

  it('are parts in words', () => {
    const silent = elements.flatMap(({ cssParts }) => cssParts.filter(({ description }) => !description));
    assert.deepEqual(silent, []);
  });

  it('is one state at a time', () => {
    const backed = found.filter(({ tag }) => tag !== 'powered-by-codat');
    assert.ok(backed.length > 40);
    assert.deepEqual(
      backed.filter(({ states }) => states.length !== 1),
      [],
    );
    const seen = new Set(backed.flatMap(({ states }) => states));
    for (const state of ['loading', 'ready', 'empty', 'failed', 'preparing', 'authorizing', 'connected'])
      assert.ok(seen.has(state), state);
  });
});

/** The parts and states of each of these elements on the page. */
function lookOver(
  documented: readonly { readonly tag: string; readonly states: readonly string[] }[],
): Found[] {
  return documented.flatMap(({ tag, states }) =>
    [...document.querySelectorAll(tag)].map((element) => ({
      tag,
      parts: [...(element.shadowRoot?.querySelectorAll('[part]') ?? [])].flatMap((part) => [...part.part]),
      states: states.filter((state) => element.matches(`:state(${state})`)),
    })),
  );
}
