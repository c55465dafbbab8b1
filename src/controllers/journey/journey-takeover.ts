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

/** Whether an element may continue a journey whose first element is gone: the one that now has that tag and index, else the first with that tag; any element if there is none, or if that one has another session. */
export function canTakeOver(element: SessionElement, place: TagAndIndex | undefined): boolean {
  const elements = place ? elementsOf(element, place.tag) : [];
  const successor = elements[place?.index ?? 0] ?? elements[0] ?? element;
  return (
    successor === element ||
    successor.session !== element.session ||
    successor.tokenEndpoint !== element.tokenEndpoint
  );
}

/** Whether an element can show a journey that began in another element: while the journey is under way, or if the element offers the platform. */
export const canShowJourney = (state: ConnectState, offers: (platformKey: string) => boolean): boolean =>
  state.at === 'choosing' ||
  ['creating', 'sharing', 'authorizing', 'confirming', 'comparing'].includes(state.at) ||
  offers(state.platform.key);

/** Whether the sign-in is over, well or not. */
export const hasSignInEnded = ({ at }: ConnectState): boolean => /connected|abandoned|failed/.test(at);

/** Whether an element may begin another journey: the current one has ended, or is at the notes before sign-in and this element may continue it. */
export const canBeginAnother = (
  state: ConnectState,
  element: SessionElement,
  place: TagAndIndex | undefined,
): boolean => hasSignInEnded(state) || (state.at === 'preparing' && canTakeOver(element, place));

const elementsOf = (element: Element, tag: string): SessionElement[] => [
  ...(element.getRootNode() as ParentNode).querySelectorAll(tag),
];
