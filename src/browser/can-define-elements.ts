/** The features that every element needs, and whether the browser has them. */
const detectFeatures = (): Readonly<Record<string, boolean>> => ({
  customElements: 'customElements' in globalThis,
  attachShadow: 'attachShadow' in Element.prototype,
  fetch: 'fetch' in globalThis,
  'AbortSignal.timeout': 'timeout' in AbortSignal,
});

let missingFeatures: readonly string[] | undefined;

/**
 * Whether the browser has all features that elements need. If not, warns once, and elements are not defined, so that their
 * light DOM stays visible. True on a server.
 */
export function canDefineElements(): boolean {
  if (typeof document === 'undefined') return true;
  if (!missingFeatures) {
    const features = detectFeatures();
    missingFeatures = Object.keys(features).filter((name) => !features[name]);
    // eslint-disable-next-line no-console -- Nothing else says why the elements do nothing.
    if (missingFeatures.length > 0) console.warn(`codat-connect-elements need ${missingFeatures.join(', ')}`);
  }
  return missingFeatures.length === 0;
}
