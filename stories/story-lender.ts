import type { StoryContext } from '@storybook/web-components-vite';
import { openLender, type Lender, type LenderSettings } from './lender.js';

interface LenderParameters {
  readonly before?: (lender: Lender) => unknown;
  readonly settings?: LenderSettings;
}

/** What happened at the lender before the story begins, as the `parameters` of the story. */
export function lenderParameters(
  before: LenderParameters['before'],
  settings: LenderSettings = {},
): { readonly lenderParameters: LenderParameters } {
  return { lenderParameters: { ...(before && { before }), settings } };
}

/** One for each story on the page. It stays while a story is only drawn again, as when the toolbar changes the page. */
const lenders = new Map<HTMLElement, Promise<Lender>>();

/** The lender of a story that is about to be drawn. */
export function lenderAt({ canvasElement, parameters }: StoryContext): Promise<Lender> {
  // Storybook leaves parameters untyped; `lenderParameters` makes these.
  const lender =
    lenders.get(canvasElement) ?? prepare((parameters['lenderParameters'] ?? {}) as LenderParameters);
  lenders.set(canvasElement, lender);
  return lender;
}

/** The lender of a story, to draw it and to play it with. */
export function lenderOf({ loaded }: Pick<StoryContext, 'loaded'>): Lender {
  // The loader in `.storybook/preview.ts` puts it there.
  return loaded['lender'] as Lender;
}

/** Ends the lender of a story that is left. */
export async function closeLender(canvasElement: HTMLElement): Promise<void> {
  const lender = lenders.get(canvasElement);
  lenders.delete(canvasElement);
  (await lender)?.end();
}

async function prepare({ before, settings = {} }: LenderParameters): Promise<Lender> {
  const lender = await openLender(settings);
  await before?.(lender);
  return lender;
}
