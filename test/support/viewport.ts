import { executeServerCommand, setViewport } from '@web/test-runner-commands';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size before the first change, so that a test that fails leaves the same page to the next one. */
let before: Size | undefined;

afterEach(async () => {
  if (!before) return;
  await resize(before);
  before = undefined;
});

/**
 * Sets the size of the page in CSS pixels until the test ends. WebKit's driver only knows windows, and they stay wider
 * than a phone, so tests compare with `innerWidth`.
 */
export function resizePage(size: Size): Promise<unknown> {
  before ??= { width: innerWidth, height: innerHeight };
  return resize(size);
}

const resize = (size: Size): Promise<unknown> =>
  process.env['TEST_ENGINE'] === 'WebKit' ? executeServerCommand('resize-window', size) : setViewport(size);
