import { within, type queries } from 'storybook/test';

type Screen = ReturnType<typeof within<typeof queries>>;

/** What a person sees of one of our elements on the page of a story. */
export function inside(canvas: HTMLElement, tag: keyof HTMLElementTagNameMap): Screen {
  const root = canvas.querySelector(tag)?.shadowRoot;
  if (!root) throw new Error(`There is no <${tag}> in this story.`);
  // Testing Library asks for an element, and uses nothing of it that a shadow root has not got.
  return within(root as unknown as HTMLElement);
}
