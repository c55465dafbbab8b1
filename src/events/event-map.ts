/** Our events by their names, as `document`, every element and every `ShadowRoot` dispatch them to listeners. */
export type CodatEventMap = Pick<
  GlobalEventHandlersEventMap,
  Extract<keyof GlobalEventHandlersEventMap, `codat-${string}`>
>;

declare global {
  // The events bubble through shadow roots, which have no part in the map above.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- only an interface is merged with the DOM's.
  interface ShadowRootEventMap extends CodatEventMap {}
}
