/** Parses JSON; undefined when the text is not JSON. Editors on Windows begin a file with a byte order mark, which is skipped. */
export function parseJson(text: string, reviver?: (key: string, value: unknown) => unknown): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''), reviver);
  } catch {
    return undefined;
  }
}
