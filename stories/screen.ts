import { within, type queries } from 'storybook/test';
import { sayingInEnglish } from './in-english.js';

type Screen = ReturnType<typeof within<typeof queries>>;

/** What a person sees of one of our elements on the page of a story, found by its English whatever the language is. */
export function inside(canvas: HTMLElement, tag: keyof HTMLElementTagNameMap): Screen {
  const root = canvas.querySelector(tag)?.shadowRoot;
  if (!root) throw new Error(`There is no <${tag}> in this story.`);
  // Testing Library asks for an element, and uses nothing of it that a shadow root has not got.
  const screen = within(root as unknown as HTMLElement);
  return Object.fromEntries(
    Object.entries(screen).map(([name, query]) => [
      name,
      name.endsWith('ByRole') ? byRole(query as Query) : byText(query as Query),
    ]),
  ) as unknown as Screen;
}

type Wanted = string | RegExp;
type Query = (...args: readonly unknown[]) => unknown;

const byRole =
  (query: Query) =>
  (role: string, { name, ...options }: { readonly name?: Wanted } = {}) =>
    query(role, { ...options, ...(name !== undefined && { name: sayingInEnglish(name) }) });

const byText =
  (query: Query) =>
  (wanted: Wanted, ...options: readonly unknown[]) =>
    query(sayingInEnglish(wanted), ...options);
