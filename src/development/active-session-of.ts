import type { CodatElement } from '../components/codat-element.js';
import type { Session } from '../session/session.js';

/** An element's session, asked of itself: beside a script tag this code has no sessions of its own. */
export const activeSessionOf = (element: CodatElement): Session | undefined =>
  Reflect.get(element, 'activeSession') as Session | undefined;
