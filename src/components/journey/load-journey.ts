import { lazy } from '../../browser/lazy.js';

/** Loads the journey's module, once for all elements. */
export const loadJourney = lazy(() => import('./journey.js'));
