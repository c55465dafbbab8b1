import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import ts from 'typescript';
import { openStorybook, type Storybook } from '../../tools/storybook.js';
import type { behind as behindOf, contrast as contrastOf } from '../support/contrast.js';
import { keepNames } from '../support/boxes.js';
import { describedElements } from './described-elements.js';

declare global {
  // What `contrastInPage` puts there.
  const behind: typeof behindOf;
  const contrast: typeof contrastOf;
}

/** What an element's JSDoc tells of its looks, as the manifest has it. */
interface Described {
  readonly tagName?: string;
  readonly cssParts: readonly { readonly name: string; readonly description: string }[];
  readonly cssStates?: readonly { readonly name: string }[];
}

/** What was found on the page of a story. */
interface Found {
  readonly tag: string;
  readonly parts: readonly string[];
  readonly states: readonly string[];
  /** What is drawn after the place for the host's help; undefined where there is no such place. */
  readonly afterHelp: readonly string[] | undefined;
}

const found: (Found & { readonly story: string })[] = [];
const moving: string[] = [];
const faint: string[] = [];
let movesOtherwise: readonly string[] = [];
let measured = 0;
let elements: readonly Described[];
let storybook: Storybook;

before(async () => {
  elements = await describedElements<Described>();
  const documented = elements.map(({ tagName, cssStates = [] }) => ({
    tag: tagName ?? '',
    states: cssStates.map(({ name }) => name),
  }));
  storybook = await openStorybook();
  const story = await storybook.open('light', { reducedMotion: 'reduce' });
  await story.context.addInitScript(keepNames);
  await story.context.addInitScript(await contrastInPage());
  for (const id of storybook.stories) {
    await story.show(id);
    const here = await story.page.evaluate(lookOver, documented);
    found.push(...here.map((each) => ({ ...each, story: id })));
    moving.push(...(await story.page.evaluate(motions)).map((motion) => `${id}: ${motion}`));
    if (id === 'platform-picker--signing-in') {
      await story.page.emulateMedia({ reducedMotion: 'no-preference' });
      movesOtherwise = await story.page.evaluate(motions);
      await story.page.emulateMedia({ reducedMotion: 'reduce' });
    }
    const lines = await story.page.evaluate(linesOn, ['light', 'dark', 'dark-unsaid']);
    measured += lines.length;
    faint.push(
      ...lines.filter(({ ratio }) => ratio < 3).map(({ what, ratio }) => `${id}: ${what}, ${ratio} to 1`),
    );
  }
});

after(() => storybook.close());

describe('what a host’s style sheet can reach, over all stories', () => {
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

describe('what a person sees, over all stories', () => {
  it('stands still for whoever wants no motion, and only for them', () => {
    assert.deepEqual(moving, []);
    assert.notDeepEqual(movesOtherwise, []);
  });

  it('has fields whose border, and focus whose ring, are seen on light and dark pages', () => {
    assert.deepEqual(faint, []);
    assert.ok(measured > 1000);
  });

  it('ends with the host’s help, wherever an element has a place for it', () => {
    const helping = found.filter(({ afterHelp }) => afterHelp);

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

/** The parts and states of each of these elements on the page. */
function lookOver(
  documented: readonly { readonly tag: string; readonly states: readonly string[] }[],
): Found[] {
  return documented.flatMap(({ tag, states }) =>
    [...document.querySelectorAll(tag)].map((element) => ({
      tag,
      parts: [...(element.shadowRoot?.querySelectorAll('[part]') ?? [])].flatMap((part) => [...part.part]),
      states: states.filter((state) => element.matches(`:state(${state})`)),
      afterHelp: afterHelp(element.shadowRoot?.querySelector('slot[name="help"]')),
    })),
  );

  function afterHelp(help: HTMLSlotElement | null | undefined): string[] | undefined {
    if (!help) return undefined;
    // A dialog stands at the end of its element, and is drawn over the page.
    const drawn = [...(help.getRootNode() as ShadowRoot).querySelectorAll('[part]:not(dialog, dialog *)')];
    return drawn
      .filter((part) => help.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING)
      .filter((part) => part.checkVisibility())
      .map((part) => part.part.value);
  }
}

/** What moves on the page now, in it and within every element. */
function motions(): string[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots)
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  return [...new Set(roots.flatMap((root) => root.getAnimations()))].map((animation) => {
    const { target, pseudoElement } = animation.effect as KeyframeEffect;
    return `${target?.outerHTML.slice(0, 80) ?? ''}${pseudoElement ?? ''} is ${animation.playState}`;
  });
}

/** A line on the page, and how well it is seen. */
interface Line {
  readonly what: string;
  readonly ratio: number;
}

/** The borders of fields, and the rings of all that can have focus, each on these pages of a host. */
function linesOn(looks: readonly string[]): Line[] {
  const page = document.querySelector<HTMLElement>('.host-page');
  const ours = 'platform-picker, connection-list, sync-progress, connection-result, powered-by-codat';
  const all = [...document.querySelectorAll(ours)].flatMap(({ shadowRoot }) => [
    ...(shadowRoot?.querySelectorAll<HTMLElement>(
      'button, a[href], input, select, textarea, summary, [tabindex]',
    ) ?? []),
  ]);
  const before = page?.dataset['page'];
  const lines = looks.flatMap((look) => {
    if (page) page.dataset['page'] = look;
    return all.flatMap((element) => [...border(element, look), ...ring(element, look)]);
  });
  if (page) page.dataset['page'] = before;
  return lines;

  function line(what: string, element: Element, look: string, colour: string, ground: Element): Line[] {
    return [
      {
        what: `${what} of ${nameOf(element)} on a ${look} page`,
        ratio: contrast(colour, behind(ground)),
      },
    ];
  }

  function border(element: HTMLElement, look: string): Line[] {
    // Boxes to tick are drawn by the browser.
    if (!element.matches('input:not([type="checkbox"]), select, textarea') || !element.checkVisibility())
      return [];
    return line('border', element, look, getComputedStyle(element).borderBlockStartColor, around(element));
  }

  function ring(element: HTMLElement, look: string): Line[] {
    element.focus({ preventScroll: true });
    // What lies under a dialog, is hidden or is a heading that is only read from.
    if (!element.matches(':focus') || element.matches('[part~="heading"], [tabindex="-1"]:not([role])'))
      return [];
    const { outlineColor, outlineOffset, outlineStyle } = getComputedStyle(element);
    const colour = outlineStyle === 'none' ? 'transparent' : outlineColor;
    return line('ring', element, look, colour, parseFloat(outlineOffset) < 0 ? element : around(element));
  }

  function around(element: Element): Element {
    return element.parentElement ?? (element.getRootNode() as ShadowRoot).host;
  }

  function nameOf(element: Element): string {
    return `${element.localName} «${element.textContent.replace(/\s+/g, ' ').trim().slice(0, 40)}»`;
  }
}

/** What the tests of elements measure contrast with, for a page that can't import it. */
async function contrastInPage(): Promise<string> {
  const source = await readFile(new URL('../support/contrast.ts', import.meta.url), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  return `${outputText.replaceAll(/^export /gm, '')}; Object.assign(globalThis, { contrast, behind });`;
}
