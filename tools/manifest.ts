import { readFileSync } from 'node:fs';

export interface Documented {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
}

export interface Field extends Documented {
  readonly kind: string;
  readonly readonly?: boolean;
}

/** An element, as the custom elements manifest describes it. */
export interface Declaration {
  readonly name: string;
  readonly tagName: string;
  readonly description: string;
  readonly attributes: readonly (Documented & { readonly fieldName?: string })[];
  readonly members: readonly Field[];
  readonly events?: readonly Documented[];
  readonly slots?: readonly Documented[];
  readonly cssParts?: readonly Documented[];
  readonly cssStates?: readonly Documented[];
  readonly cssProperties?: readonly Documented[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
}

/** The custom elements manifest that `npm run build:manifest` makes of the elements' JSDoc. */
export function readManifest(): Manifest {
  return JSON.parse(
    readFileSync(new URL('../dist/custom-elements.json', import.meta.url), 'utf8'),
  ) as Manifest;
}

/** The elements in it. */
export const readElements = (): Declaration[] =>
  readManifest().modules.flatMap(({ declarations }) => declarations);
