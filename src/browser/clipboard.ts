/** Copies a text. Resolves to false if the browser refuses, or has no clipboard in an insecure context. */
export async function tryCopyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
