import { lazy } from '../../browser/lazy.js';

/** Loads what leads a person through the connect journey, for whichever element needs it. */
export const loadJourney = lazy(() => import('./journey.js'));
