import { readFileSync } from 'node:fs';
import { format } from 'prettier';

/** The proof of a criterion: a test file, and part of a test's name. */
export type Proof = readonly [file: string, test: string];

/** How our elements meet one criterion of WCAG 2.2, and the tests that show it; or why it does not apply to them. */
interface Criterion {
  readonly id: string;
  readonly name: string;
  readonly level: 'A' | 'AA';
  readonly how: string;
  /** Empty where it does not apply. */
  readonly shown: readonly Proof[];
}

const axe: Proof = ['test/stories/every-story.test.ts', 'show their state accessibly'];
const tree: Proof = ['test/keyboard/accessibility-tree.test.ts', 'names, roles and values'];
const heard = (test: string): Proof => ['test/screen-reader/journey.screen-reader.test.ts', test];
const walk: Proof = ['test/keyboard/walk.sized.test.ts', 'always sees where they are'];
const sideJourneys: Proof = [
  'test/keyboard/journeys.sized.test.ts',
  'a dialog is closed by Escape, and confirmed',
];
const colours: Proof = ['test/components/colours.long.test.ts', 'of text and icons can be told'];
const fits: Proof = ['test/stories/every-story.test.ts', 'fit a page that is zoomed to 400 %'];
const spaced: Proof = ['test/stories/every-story.test.ts', 'fit with more space between letters'];
const languages: Proof = ['test/stories/every-story.test.ts', 'fits its text at any width'];
const menu: Proof = ['test/components/connection-list/menu.test.ts', 'closes by Escape and gives focus back'];
const focusMoves: Proof = [
  'test/components/platform-picker/platform-picker.test.ts',
  'moves focus to what is new on screen',
];
const form: Proof = ['test/components/platform-picker/form.test.ts', 'shows why inside the element'];
const announced: Proof = [
  'test/components/connection-list/actions-outcomes.test.ts',
  'announce their progress',
];
const unmoved: Proof = ['test/stories/every-story.test.ts', 'has no animation with prefers-reduced-motion'];
const lines: Proof = ['test/stories/every-story.test.ts', 'has field borders and focus rings'];
const helpLast: Proof = ['test/stories/every-story.test.ts', 'ends with the host’s help'];
const unlit: Proof = ['test/architecture/rules.test.ts', 'flash nothing'];
const unturned: Proof = ['test/architecture/rules.test.ts', 'query no screen orientation'];
const lifted: Proof = ['test/architecture/rules.test.ts', 'does nothing on pointerdown'];
const host = 'The host’s page has the say; our elements add nothing to it.';
const none = 'There is nothing of the kind in our elements.';

const criterionOf =
  (level: Criterion['level']) =>
  (id: string, name: string, how: string, ...shown: Proof[]): Criterion => ({ id, name, level, how, shown });
const a = criterionOf('A');
const aa = criterionOf('AA');

/** The criteria of levels A and AA (https://www.w3.org/TR/WCAG22/), in their order. */
export const criteria: readonly Criterion[] = [
  a(
    '1.1.1',
    'Non-text Content',
    'Logos stand beside their names and are silent; icons stand beside words.',
    axe,
    tree,
  ),
  a('1.2.1', 'Audio-only and Video-only', none),
  a('1.2.2', 'Captions', none),
  a('1.2.3', 'Audio Description or Media Alternative', none),
  aa('1.2.4', 'Captions (Live)', none),
  aa('1.2.5', 'Audio Description', none),
  a(
    '1.3.1',
    'Info and Relationships',
    'Headings, lists, groups, labels, dialogs, menus and progress have their roles.',
    tree,
    axe,
  ),
  a(
    '1.3.2',
    'Meaningful Sequence',
    'The order of the page is the order one reads in; nothing is moved by style.',
    walk,
    tree,
  ),
  a('1.3.3', 'Sensory Characteristics', 'No sentence points to a place, a shape or a colour.', [
    'test/stories/every-story.test.ts',
    'has no text that is not a message',
  ]),
  aa('1.3.4', 'Orientation', 'Neither orientation is asked for, by a style or a script.', unturned),
  aa('1.3.5', 'Identify Input Purpose', 'The one field, a search, asks for nothing about the person.', tree),
  a('1.4.1', 'Use of Color', 'Every status is a picture and a word before it is a colour.', [
    'test/components/connection-list/any-connections.long.test.ts',
    'names every connection and its status',
  ]),
  a('1.4.2', 'Audio Control', none),
  aa(
    '1.4.3',
    'Contrast (Minimum)',
    'Words reach 4.5 to 1 on light and dark pages, whatever the brand’s colour.',
    colours,
    axe,
  ),
  aa('1.4.4', 'Resize Text', 'Every length follows the size of the text.', fits, [
    'test/components/hostile-pages.long.test.ts',
    'looks as anywhere else',
  ]),
  aa('1.4.5', 'Images of Text', 'Only logos and their makers’ own buttons, as those require.', tree),
  aa(
    '1.4.10',
    'Reflow',
    'At 320 px, which is 1280 px enlarged four times, nothing scrolls sideways.',
    fits,
    languages,
  ),
  aa(
    '1.4.11',
    'Non-text Contrast',
    'Borders of fields, bars, pictures of a status and focus rings reach 3 to 1 on light and dark pages, and a button is told by its words.',
    lines,
    colours,
    ['test/components/colours.long.test.ts', 'are visible as a line'],
  ),
  aa('1.4.12', 'Text Spacing', 'Wider lines, letters and words cut nothing off.', spaced),
  aa(
    '1.4.13',
    'Content on Hover or Focus',
    'What shows on hover alone, the exact time, also stands in the details.',
    ['test/components/connection-list/details.test.ts', 'take focus when they are opened'],
  ),
  a(
    '2.1.1',
    'Keyboard',
    'From the landing page to disconnected without a mouse, in Chromium and Firefox.',
    walk,
    sideJourneys,
    ['test/components/connection-list/actions.test.ts', 'work by keyboard alone'],
  ),
  a('2.1.2', 'No Keyboard Trap', 'Menus and dialogs close by Escape and give focus back.', walk, menu),
  a('2.1.4', 'Character Key Shortcuts', 'There are none but within an open menu.', menu),
  a(
    '2.2.1',
    'Timing Adjustable',
    'Half an hour to sign in; a pending connection can be continued at any time.',
    ['test/flow/connect-flow.test.ts', 'after half an hour'],
  ),
  a(
    '2.2.2',
    'Pause, Stop, Hide',
    'Nothing moves for more than a moment but the bar of what is awaited, and that stops for who wants no motion.',
    unmoved,
    unlit,
  ),
  a(
    '2.3.1',
    'Three Flashes',
    'Nothing flashes: what moves keeps its light, and repeats no faster than a second a way.',
    unlit,
  ),
  a('2.4.1', 'Bypass Blocks', host),
  a('2.4.2', 'Page Titled', 'The gateway’s own pages have titles; the rest is the host’s.', [
    'test/gateway/http/share-link-page.test.ts',
    'says who requests what',
  ]),
  a(
    '2.4.3',
    'Focus Order',
    'Focus goes to the new heading when the view changes, and back when a dialog or menu closes.',
    walk,
    sideJourneys,
    focusMoves,
    menu,
  ),
  a('2.4.4', 'Link Purpose', 'Each link and button says where it leads, or what it acts on.', tree, axe),
  aa('2.4.5', 'Multiple Ways', host),
  aa(
    '2.4.6',
    'Headings and Labels',
    'Each element has a heading of the level the host names, each field a visible label.',
    tree,
  ),
  aa('2.4.7', 'Focus Visible', 'Every stop of the walk has a ring.', walk, lines),
  aa(
    '2.4.11',
    'Focus Not Obscured',
    'Every stop of the walk is whole within the window, and none is hidden under a bar of the host’s.',
    walk,
    ['test/components/host-page-behaviour.long.test.ts', 'under a header or a footer'],
  ),
  a('2.5.1', 'Pointer Gestures', none),
  a(
    '2.5.2',
    'Pointer Cancellation',
    'Everything happens on click: nothing of ours listens for a press.',
    lifted,
  ),
  a('2.5.3', 'Label in Name', 'An accessible name begins with or holds what is read.', axe),
  a('2.5.4', 'Motion Actuation', none),
  aa('2.5.7', 'Dragging Movements', none),
  aa('2.5.8', 'Target Size', 'Every stop of the walk is 24 px or more each way.', walk, axe),
  a(
    '3.1.1',
    'Language of Page',
    'Elements speak the nearest `lang` of the page, and say which language that is.',
    ['test/components/language.test.ts', 'is set on what is rendered, with its direction'],
    languages,
  ),
  aa('3.1.2', 'Language of Parts', 'Consent is in the host’s words, in the language they are marked with.', [
    'test/components/platform-picker/consent.test.ts',
    'in the language of the page',
  ]),
  a('3.2.1', 'On Focus', 'Focus alone changes nothing.', walk),
  a(
    '3.2.2',
    'On Input',
    'Typing only narrows what is shown, and how many are left is said.',
    tree,
    heard('how many platforms'),
  ),
  aa('3.2.3', 'Consistent Navigation', host),
  aa('3.2.4', 'Consistent Identification', 'One word for one thing, in every element.', [
    'test/stories/every-story.test.ts',
    'has no text that is not a message',
  ]),
  a('3.2.6', 'Consistent Help', 'The slot `help` is the last thing in every element that has it.', helpLast),
  a('3.3.1', 'Error Identification', 'What is missing is said in words beside it, and aloud.', form),
  a(
    '3.3.2',
    'Labels or Instructions',
    'The field has a visible label; what is needed is said before one leaves.',
    tree,
  ),
  aa('3.3.3', 'Error Suggestion', 'Every error says what to do next.', [
    'test/e2e/outcomes.test.ts',
    'sees that, and what to do next',
  ]),
  aa(
    '3.3.4',
    'Error Prevention',
    'Disconnecting can be taken back, deleting asks first; both say what is kept and lost.',
    ['test/components/connection-list/actions.test.ts', 'once the person confirms'],
    heard('before it deletes'),
  ),
  a('3.3.7', 'Redundant Entry', 'Nothing is asked for twice.', [
    'test/e2e/same-tab.deep.test.ts',
    'continues where they were',
  ]),
  aa(
    '3.3.8',
    'Accessible Authentication',
    'Signing in happens at the platform; our elements ask for no password.',
    walk,
  ),
  a('4.1.2', 'Name, Role, Value', 'As Chromium’s accessibility tree has them.', tree, axe),
  aa(
    '4.1.3',
    'Status Messages',
    'Counts, progress and outcomes are announced without moving focus.',
    tree,
    announced,
    ...['has found nothing', 'comes after a tile', 'it waits', 'it is connected', 'how far'].map(heard),
  ),
];

/** The report as a page of Markdown. */
export async function createAccessibilityReport(): Promise<string> {
  const rows = criteria.map(
    ({ id, name, level, how, shown }) =>
      `| ${id} ${name} | ${level} | ${how} | ${shown.map(linkTo).join('<br>') || 'not applicable'} |`,
  );
  const page = `# How accessible the elements are

Against the Web Content Accessibility Guidelines 2.2, levels A and AA, as far as they are the elements' to meet: a page is the host's.
Each line names the tests that show it; all run in \`npm test\`, but for those in \`test/screen-reader\`. What no test can judge, such as whether words are easily understood, is not claimed.
axe checks every story on a light page, a dark one, a dark one that does not say so, and in forced colours, with every rule on that it has on by itself, and target size.
\`npm run test:screen-reader\` runs a screen reader, Orca with Firefox, along the whole journey and asserts what it says. No other screen reader was heard: not NVDA, JAWS, VoiceOver or TalkBack.
No person with a disability has tried the elements yet.

Made by \`npm run docs\`.

| Criterion | Level | How | Shown by |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
  return format(page, { parser: 'markdown' });
}

const linkTo = (proof: Proof): string => `[${findTestName(proof)}](../${proof[0]})`;

/** The whole name of a test, as its file has it. Throws where there is none. */
function findTestName([file, words]: Proof): string {
  const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  const names = [...text.matchAll(/\bit\(\s*(['`])(.*?)\1,/g)].map(([, , name = '']) => name);
  const found = names.find((name) => name.includes(words));
  if (found === undefined) throw new Error(`${file} has no test «${words}».`);
  return found.replaceAll('|', '\\|');
}
