import { journeyStyles as styles } from '../../styles/journey.js';
import { panelStyles } from '../../styles/panel.js';

/** The lazy module of the connect journey, which loads in parallel with the platforms. */
export { journeyOf } from '../../controllers/journey/journey.js';
export { isInApp } from '../../flow/in-app-browser.js';
export { autoOpen as goStraight } from '../platform-picker/auto-open.js';
export { reportSearch as searched, dispatchStep as step } from '../platform-picker/analytics.js';
export { isAccepted as meets } from '../platform-picker/is-accepted.js';
export { secondaryActions as aroundPlatforms } from '../platform-picker/secondary-actions.js';
export { failurePanel as failure } from './failure-panel.js';
export { journeyPanel } from './journey-panel.js';

/** The styles of the journey, adopted by the element once loaded. */
export const journeyStyles = [panelStyles, styles];
