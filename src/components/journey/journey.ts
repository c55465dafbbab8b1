import { journeyStyles as styles } from '../../styles/journey.js';
import { panelStyles } from '../../styles/panel.js';

/** The lazy module of the connect journey, which loads in parallel with the platforms. */
export { journeyOf } from '../../controllers/journey/journey.js';
export { isInAppBrowser as isInApp } from '../../flow/in-app-browser.js';
export { autoOpen } from '../platform-picker/auto-open.js';
export { dispatchStep, reportSearch } from '../platform-picker/analytics.js';
export { isAccepted } from '../platform-picker/is-accepted.js';
export { secondaryActions } from '../platform-picker/secondary-actions.js';
export { failurePanel } from './failure-panel.js';
export { journeyPanel } from './journey-panel.js';

/** The styles of the journey, adopted by the element once loaded. */
export const journeyStyles = [panelStyles, styles];
