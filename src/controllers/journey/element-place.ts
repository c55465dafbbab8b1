import type { ConnectState } from '../../flow/connect-state.js';

/** An element's index among the elements of its tag. It finds the element again after the page was reloaded or rendered anew. */
export interface TagAndIndex {
  readonly tag: string;
  readonly index: number;
}

/** What two elements of one session have in common. */
type SessionElement = Element & { readonly session?: unknown; readonly tokenEndpoint?: unknown };

/** Where an element is on its page now. */
export const placeOf = (element: HTMLElement): TagAndIndex => ({
  tag: element.localName,
  index: elementsOf(element, element.localName).indexOf(element),
});

/** Whether an element may continue what was begun at a place: it stands there now, or what does has another session. */
export function mayReplaceAt(element: SessionElement, place: TagAndIndex | undefined): boolean {
  const elements = place ? elementsOf(element, place.tag) : [];
  const successor = elements[place?.index ?? 0] ?? elements[0] ?? element;
  return (
    successor === element ||
    successor.session !== element.session ||
    successor.tokenEndpoint !== element.tokenEndpoint
  );
}

/** Whether an element can show a journey that began in another element: while the person waits, or if it offers the platform. */
export const canShowJourney = (state: ConnectState, offers: (platformKey: string) => boolean): boolean =>
  state.at === 'choosing' ||
  ['creating', 'sharing', 'authorizing', 'confirming', 'comparing'].includes(state.at) ||
  offers(state.platform.key);

/** Whether the sign-in is over, well or not. */
export const hasSignInEnded = ({ at }: ConnectState): boolean => /connected|abandoned|failed/.test(at);

/** Whether an element may begin another journey instead of the current one, which has ended or shows notes where the element now is. */
export const mayBeginAnother = (
  state: ConnectState,
  element: SessionElement,
  place: TagAndIndex | undefined,
): boolean => hasSignInEnded(state) || (state.at === 'preparing' && mayReplaceAt(element, place));

const elementsOf = (element: Element, tag: string): SessionElement[] => [
  ...(element.getRootNode() as ParentNode).querySelectorAll(tag),
];
