/// <reference types="vite/client" />
import text from '../dist/custom-elements.json?raw';

interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly { readonly tagName?: string; readonly description?: string }[];
  }[];
}

/** The custom elements manifest, which `npm run build:manifest` makes from the elements' JSDoc. */
export const manifest = JSON.parse(text) as Manifest;

/** What an element is for, as its JSDoc says. */
export function purposeOf(tag: string): string {
  const declarations = manifest.modules.flatMap(({ declarations }) => declarations);
  return declarations.find(({ tagName }) => tagName === tag)?.description ?? '';
}
