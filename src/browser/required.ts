/** What no element can do without, and whether the browser has it. */
const look = (): Readonly<Record<string, boolean>> => ({
  customElements: 'customElements' in globalThis,
  attachShadow: 'attachShadow' in Element.prototype,
  fetch: 'fetch' in globalThis,
  'AbortSignal.timeout': 'timeout' in AbortSignal,
});

let lacks: readonly string[] | undefined;

/**
 * Whether elements can work here. Where they can't, none is defined, so that what the host put into their light DOM stays,
 * and one warning says why. On a server there is nothing to look at.
 */
export function canWork(): boolean {
  if (typeof document === 'undefined') return true;
  if (!lacks) {
    const found = look();
    lacks = Object.keys(found).filter((name) => !found[name]);
    // eslint-disable-next-line no-console -- Nothing else says why the elements do nothing.
    if (lacks.length > 0) console.warn(`codat-connect-elements need ${lacks.join(', ')}`);
  }
  return lacks.length === 0;
}
