import { executeServerCommand, setViewport } from '@web/test-runner-commands';

/** Sets the size of the page in CSS pixels; in WebKit, whose driver only knows windows, as far as its window goes. */
export const resizePage = (size: { readonly width: number; readonly height: number }): Promise<unknown> =>
  process.env['TEST_ENGINE'] === 'WebKit' ? executeServerCommand('resize-window', size) : setViewport(size);
