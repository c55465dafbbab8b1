import { journeyStyles as styles } from '../../styles/journey.js';
import { panelStyles } from '../../styles/panel.js';

/** What a person's journey needs once they have chosen a platform: a part of its own, which loads beside the platforms. */
export { journeyOf } from '../../controllers/journey/journey.js';
export { isInAppBrowser as isInApp } from '../../flow/in-app-browser.js';
export { goStraight } from '../platform-picker/straight.js';
export { searched, step } from '../platform-picker/funnel.js';
export { meets } from '../platform-picker/accepting.js';
export { aroundPlatforms } from '../around-platforms.js';
export { failure } from './failure.js';
export { journeyPanel } from './journey-panel.js';

/** How all of this looks. */
export const journeyStyles = [panelStyles, styles];
