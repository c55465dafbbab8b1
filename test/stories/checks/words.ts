import type { Page } from 'playwright-core';
import type { PoweredByCodat } from '../../../src/index.js';
import { platforms } from '../../../src/simulator/platforms/platforms.js';
import { languages } from '../../../stories/languages.js';
import { layoutProblems } from '../../support/layout-checks.js';
import { ourElements } from './our-elements.js';

/** What was found about the text of a story. */
export interface TextProblems {
  /** What does not fit, in some language at some width. */
  readonly unfit: readonly string[];
  /** What stays English in the pseudo-locale. */
  readonly untranslated: readonly string[];
}

const pseudoLocale = 'en-XA';

/** A language, and the page widths at which its text must fit. */
interface Fit {
  readonly language: string;
  readonly widths: readonly number[];
}

/** The longest sentences where there is least room, and most, and the other direction where there is least. */
export const hardestFits: readonly Fit[] = [
  { language: 'ar', widths: [280] },
  { language: pseudoLocale, widths: [280, 1280] },
];

/** The widths that are left: of the longest words and the other direction all, of the others where there is least room. */
const otherWidths: Readonly<Record<string, readonly number[]>> = {
  ar: [360, 1280],
  de: [280, 360, 1280],
  [pseudoLocale]: [360],
};

/** What `hardestFits` leaves out, for each language of the toolbar. Stories are drawn in English anyway. */
export const otherFits: readonly Fit[] = languages
  .filter(({ value }) => value !== 'en-GB')
  .map(({ value }) => ({ language: value, widths: otherWidths[value] ?? [280] }));

/** Sets these languages on the elements of a story, one after the other, and checks their text. */
export async function textProblems(page: Page, fits: readonly Fit[]): Promise<TextProblems> {
  const unfit: string[] = [];
  const untranslated: string[] = [];
  for (const { language, widths } of fits) {
    await page.evaluate(setLanguage, [ourElements, language] as const);
    await page
      .waitForFunction(isInLanguage, [ourElements, language] as const)
      .catch(() => unfit.push(`never spoke ${language}`));
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const found = await page.evaluate(layoutProblems);
      unfit.push(...found.map((trouble) => `in ${language} at ${width} px: ${trouble}`));
    }
    if (language === pseudoLocale)
      untranslated.push(
        ...(await page.evaluate(textsOf, ourElements)).filter((text) => !isPseudoLocalized(text)),
      );
  }
  return { unfit, untranslated };
}

const names = platforms.map(({ name }) => name);

/** A date and a time of day, and how long ago that is, as `Intl` writes them for the pseudo-locale. */
const moment = /\b[A-Z][a-z]+ \d{1,2}, \d{4} at \d{1,2}:\d\d\s[AP]M(?: \([\w ]+\))?/gu;

/** A reference that is quoted to support. */
const reference = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** Whether a text is in the pseudo-locale's brackets, and the rest needs no translation. */
function isPseudoLocalized(text: string): boolean {
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(/\[[^[\]]*\]/g, '');
  }
  for (const name of names) rest = rest.replaceAll(name, '');
  rest = rest.replace(moment, '').replace(reference, '').replace(' and ', '');
  return !/\p{L}/u.test(rest);
}

function setLanguage([ourElements, language]: readonly [string, string]): void {
  for (const element of document.querySelectorAll<PoweredByCodat>(ourElements)) {
    element.lang = language;
    element.requestUpdate();
  }
}

function isInLanguage([ourElements, language]: readonly [string, string]): boolean {
  return [...document.querySelectorAll(ourElements)].every(
    ({ shadowRoot }) =>
      shadowRoot?.querySelector('[part="base"]')?.closest<HTMLElement>('[lang]')?.lang === language,
  );
}

/** The visible and accessible text of our elements: neither the host's messages nor old announcements. */
function textsOf(ourElements: string): string[] {
  const spokenAttributes = [
    'aria-label',
    'title',
    'alt',
    'placeholder',
    'aria-description',
    'aria-valuetext',
  ];
  return [...document.querySelectorAll(ourElements)].flatMap(({ shadowRoot }) =>
    [
      ...(shadowRoot?.querySelectorAll(
        '*:not(style, bdi, .announced, [part~="logo"], [part~="terms"] *, [part~="told"])',
      ) ?? []),
    ].flatMap((element) => [
      ...spokenAttributes.flatMap((name) => element.getAttribute(name) ?? []),
      ...[...element.childNodes].flatMap((node) => (node instanceof Text ? node.data.trim() : [])),
    ]),
  );
}
