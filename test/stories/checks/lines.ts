import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import ts from 'typescript';
import type { HostPageTheme } from '../../../tools/storybook.js';
import type { behind as behindOf, contrast as contrastOf } from '../../support/contrast.js';
import { setHostPage } from './host-page.js';
import { ourElements } from './our-elements.js';

declare global {
  // What `contrastInPage` puts there.
  const behind: typeof behindOf;
  const contrast: typeof contrastOf;
}

/** A line on the page, and how well it is seen. */
export interface Line {
  readonly what: string;
  readonly ratio: number;
}

/** Puts what the tests of elements measure contrast with into every page that is opened. */
export async function contrastInPage(): Promise<string> {
  const source = await readFile(new URL('../../support/contrast.ts', import.meta.url), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  return `${outputText.replaceAll(/^export /gm, '')}; Object.assign(globalThis, { contrast, behind });`;
}

/** The borders of fields, and the rings of all that can have focus, on each page of a host. It moves focus. */
export async function lines(page: Page): Promise<Line[]> {
  const found: Line[] = [];
  for (const theme of ['light', 'dark', 'dark-unsaid'] satisfies HostPageTheme[]) {
    await setHostPage(page, theme);
    const here = await page.evaluate(linesOf, ourElements);
    found.push(...here.map(({ what, ratio }) => ({ what: `${what} on a ${theme} page`, ratio })));
  }
  await setHostPage(page, 'light');
  return found;
}

function linesOf(ourElements: string): Line[] {
  const all = [...document.querySelectorAll(ourElements)].flatMap(({ shadowRoot }) => [
    ...(shadowRoot?.querySelectorAll<HTMLElement>(
      'button, a[href], input, select, textarea, summary, [tabindex]',
    ) ?? []),
  ]);
  return all.flatMap((element) => [...border(element), ...ring(element)]);

  function line(what: string, element: Element, colour: string, ground: Element): Line[] {
    return [{ what: `${what} of ${nameOf(element)}`, ratio: contrast(colour, behind(ground)) }];
  }

  function border(element: HTMLElement): Line[] {
    // Boxes to tick are drawn by the browser.
    if (!element.matches('input:not([type="checkbox"]), select, textarea') || !element.checkVisibility())
      return [];
    return line('border', element, getComputedStyle(element).borderBlockStartColor, around(element));
  }

  function ring(element: HTMLElement): Line[] {
    element.focus({ preventScroll: true });
    // What lies under a dialog, is hidden or is a heading that is only read from.
    if (!element.matches(':focus') || element.matches('[part~="heading"], [tabindex="-1"]:not([role])'))
      return [];
    const { outlineColor, outlineOffset, outlineStyle } = getComputedStyle(element);
    const colour = outlineStyle === 'none' ? 'transparent' : outlineColor;
    return line('ring', element, colour, parseFloat(outlineOffset) < 0 ? element : around(element));
  }

  function around(element: Element): Element {
    return element.parentElement ?? (element.getRootNode() as ShadowRoot).host;
  }

  function nameOf(element: Element): string {
    return `${element.localName} «${element.textContent.replace(/\s+/g, ' ').trim().slice(0, 40)}»`;
  }
}
