/** Maps the names of our events to their classes, for listeners on `document`, elements and shadow roots. */
export type CodatEventMap = Pick<
  GlobalEventHandlersEventMap,
  Extract<keyof GlobalEventHandlersEventMap, `codat-${string}`>
>;

declare global {
  // The events bubble through shadow roots too, but `ShadowRootEventMap` doesn't extend `GlobalEventHandlersEventMap`.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- only an interface is merged with the DOM's.
  interface ShadowRootEventMap extends CodatEventMap {}
}
