import type { CatalogueCopy } from '../platforms/catalogue.js';

/** Bounds the memory that a page can fill with page numbers and sizes. */
const maxBodies = 20;

/** Caches responses that depend only on the catalogue's platforms, until the catalogue replaces them. */
export class CatalogueBodyCache<Body> {
  #platforms: CatalogueCopy['platforms'] | undefined;
  readonly #bodies = new Map<string, Body>();

  /** Returns the cached body of this name, or creates it. For the same platforms, equal names must mean equal bodies. */
  get(platforms: CatalogueCopy['platforms'], name: string, create: () => Body): Body {
    if (this.#platforms !== platforms || (this.#bodies.size >= maxBodies && !this.#bodies.has(name)))
      this.#bodies.clear();
    this.#platforms = platforms;
    const body = this.#bodies.get(name) ?? create();
    this.#bodies.set(name, body);
    return body;
  }
}
