import { journeyStyles as styles } from '../../styles/journey.js';
import { panelStyles } from '../../styles/panel.js';

/** The `JourneyViewModule` that all elements load. */
export { announcePanel } from '../../controllers/journey/announce-panel.js';
export { journeyOfSession } from '../../controllers/journey/journey.js';
export { isInApp } from '../../flow/in-app-browser.js';
export { openNotesOfPreselectedPlatform } from '../platform-picker/open-notes-of-preselected-platform.js';
export { isRequiredMetByShareLinkOrNotListed } from '../platform-picker/is-required-met-by-share-link-or-not-listed.js';
export { showMoreAndFocus } from '../platform-picker/show-more-and-focus.js';
export { renderLoadFailurePanel } from './load-failure-panel.js';
export { renderJourney } from './journey-panel.js';
export { renderContentAroundPlatforms } from './content-around-platforms.js';

export const journeyViewStyles = [panelStyles, styles];
