import type { Page } from 'playwright-core';

/** An element as the manifest describes it. */
export interface ElementDescription {
  readonly tag: string;
  readonly states: readonly string[];
}

/** One of our elements on the page of a story. */
export interface DrawnElement {
  readonly tag: string;
  readonly parts: readonly string[];
  readonly states: readonly string[];
  /** What is drawn after the place for the host's help; undefined where there is no such place. */
  readonly afterHelp: readonly string[] | undefined;
}

/** The parts and states of each of these elements on the page. */
export function drawnElements(page: Page, described: readonly ElementDescription[]): Promise<DrawnElement[]> {
  return page.evaluate(describeDrawn, described);
}

function describeDrawn(described: readonly ElementDescription[]): DrawnElement[] {
  return described.flatMap(({ tag, states }) =>
    [...document.querySelectorAll(tag)].map((element) => ({
      tag,
      parts: [...(element.shadowRoot?.querySelectorAll('[part]') ?? [])].flatMap((part) => [...part.part]),
      states: states.filter((state) => element.matches(`:state(${state})`)),
      afterHelp: afterHelp(element.shadowRoot?.querySelector('slot[name="help"]')),
    })),
  );

  function afterHelp(help: HTMLSlotElement | null | undefined): string[] | undefined {
    if (!help) return undefined;
    // A dialog is the last child of its element, and is drawn over the page.
    const drawn = [...(help.getRootNode() as ShadowRoot).querySelectorAll('[part]:not(dialog, dialog *)')];
    return drawn
      .filter((part) => help.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING)
      .filter((part) => part.checkVisibility())
      .map((part) => part.part.value);
  }
}
