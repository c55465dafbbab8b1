import { journeyStyles as styles } from '../../styles/journey.js';
import { panelStyles } from '../../styles/panel.js';

/** The `JourneyView` that all elements load. */
export { announcePanel } from '../../controllers/journey/announce-panel.js';
export { journeyOf } from '../../controllers/journey/journey.js';
export { isInAppBrowser as isInApp } from '../../flow/in-app-browser.js';
export { autoOpen } from '../platform-picker/auto-open.js';
export { isAccepted } from '../platform-picker/is-accepted.js';
export { showMore } from '../platform-picker/show-more.js';
export { failurePanel } from './failure-panel.js';
export { journeyPanel } from './journey-panel.js';
export { secondaryActions } from './secondary-actions.js';

export const journeyStyles = [panelStyles, styles];
