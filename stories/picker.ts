import type { StoryContext } from '@storybook/web-components-vite';
import { userEvent } from 'storybook/test';
import { inside } from './screen.js';
import { windowOpenedBy } from './sign-in.js';

/** What a person sees of the picker of a story. */
export const pickerIn = ({ canvasElement }: Pick<StoryContext, 'canvasElement'>) =>
  inside(canvasElement, 'platform-picker');

/** Chooses a platform, and waits for a window to be sent to it; answers with that address. */
export async function choose(
  context: Pick<StoryContext, 'canvasElement'>,
  platform: string,
): Promise<string> {
  const tile = await pickerIn(context).findByRole('button', { name: platform });
  return windowOpenedBy(() => userEvent.click(tile));
}
