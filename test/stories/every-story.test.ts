import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openStorybook, type Storybook } from '../../tools/storybook.js';
import { pages } from './checks/accessibility.js';
import { describedElements } from './described-elements.js';
import { visitEveryStory, type Visit } from './visit.js';

/** The parts and states of an element, from its JSDoc by the manifest. */
interface Described {
  readonly tagName?: string;
  readonly cssParts: readonly { readonly name: string; readonly description: string }[];
  readonly cssStates?: readonly { readonly name: string }[];
}

let elements: readonly Described[];
let storybook: Storybook;
let visits: readonly Visit[];

before(async () => {
  elements = await describedElements<Described>();
  storybook = await openStorybook();
  visits = await visitEveryStory(
    storybook,
    elements.map(({ tagName = '', cssStates = [] }) => ({
      tag: tagName,
      states: cssStates.map(({ name }) => name),
    })),
  );
});

after(() => storybook.close());

/** The troubles of one kind over all stories, each with its story. */
function troubles(ofKind: (visit: Visit) => readonly string[]): string[] {
  return visits.flatMap((visit) => ofKind(visit).map((trouble) => `${visit.story}: ${trouble}`));
}

describe('the stories, from a static build below some path', () => {
  it('play to their end, without an error or a request that leaves the site', () => {
    assert.deepEqual(
      troubles((visit) => visit.problems),
      [],
    );
    assert.ok(visits.length > 40);
  });

  for (const { on } of pages) {
    it(`show their state accessibly on ${on}`, () => {
      assert.deepEqual(
        troubles(({ accessibility }) => accessibility[on]),
        [],
      );
    });
  }

  it('fit a page that is zoomed to 400 %: 320 px are left of 1280', () => {
    assert.deepEqual(
      troubles(({ enlarged }) => enlarged),
      [],
    );
  });

  it('fit with more space between letters, words and lines', () => {
    assert.deepEqual(
      troubles(({ spaced }) => spaced),
      [],
    );
  });
});

describe('every story, in the languages that are hardest to fit', () => {
  it('fits its text at any width: nothing is clipped, and no boxes overlap', () => {
    assert.deepEqual(
      troubles(({ unfit }) => unfit),
      [],
    );
  });

  it('has no text that is not a message, a name, a number or a date', () => {
    assert.deepEqual(
      troubles(({ untranslated }) => untranslated),
      [],
    );
  });
});

describe('the parts that a host’s style sheet can reach, over all stories', () => {
  it('are those that are documented: all of them, and no others', () => {
    const drawn = visits.flatMap((visit) => visit.drawn);
    const differences = elements.flatMap(({ tagName, cssParts }) => {
      const seen = new Set(drawn.filter(({ tag }) => tag === tagName).flatMap(({ parts }) => parts));
      const reported = new Set(cssParts.map(({ name }) => name));
      const undocumented = [...seen].filter((part) => !reported.has(part));
      const unseen = [...reported].filter((part) => !seen.has(part));
      return undocumented.length + unseen.length > 0 ? { tagName, undocumented, unseen } : [];
    });
    assert.deepEqual(differences, []);
  });

  it('have plain nouns as names', () => {
    const silent = elements.flatMap(({ cssParts }) => cssParts.filter(({ description }) => !description));
    assert.deepEqual(silent, []);
  });

  it('belong to an element in one state at a time', () => {
    const backed = visits.flatMap(({ story, drawn }) =>
      drawn
        .filter(({ tag }) => tag !== 'powered-by-codat')
        .map(({ tag, states }) => ({ story, tag, states })),
    );
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

describe('every element, over all stories', () => {
  it('has no animation with prefers-reduced-motion, and has some without it', () => {
    assert.deepEqual(
      troubles(({ moving }) => moving),
      [],
    );
    const signingIn = visits.find(({ story }) => story === 'platform-picker--signing-in');
    assert.notDeepEqual(signingIn?.movingOtherwise ?? [], []);
  });

  it('has field borders and focus rings with enough contrast on light and dark pages', () => {
    const faint = troubles(({ lines }) =>
      lines.filter(({ ratio }) => ratio < 3).map(({ what, ratio }) => `${what}, ${ratio} to 1`),
    );
    assert.deepEqual(faint, []);
    assert.ok(visits.flatMap(({ lines }) => lines).length > 1000);
  });

  it('ends with the host’s help, if it has a slot for it', () => {
    const helping = visits.flatMap(({ story, drawn }) =>
      drawn.filter(({ afterHelp }) => afterHelp).map(({ tag, afterHelp }) => ({ story, tag, afterHelp })),
    );

    assert.deepEqual([...new Set(helping.map(({ tag }) => tag))].sort(), [
      'connection-list',
      'connection-result',
      'platform-picker',
    ]);
    assert.deepEqual(
      helping.filter(({ afterHelp }) => afterHelp?.length !== 0),
      [],
    );
  });
});
