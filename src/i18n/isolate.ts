/** Isolates a name from the direction of the sentence around it (Unicode, first strong isolate). */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}
