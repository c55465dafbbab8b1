import { lazy } from '../../browser/loading/lazy.js';

/** Loads the view of the journey, once for all elements. */
export const loadJourneyView = lazy(() => import('./journey-view.js'));
