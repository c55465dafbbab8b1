import type { CodatElement } from '../components/codat-element.js';
import type { Session } from '../session/session.js';

/** Reads the session of an element from the element's own getter: beside a script tag, this bundle has its own list of sessions, which is empty. */
export const activeSessionOf = (element: CodatElement): Session | undefined =>
  Reflect.get(element, 'activeSession') as Session | undefined;
