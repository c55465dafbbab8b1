/** What a person's journey needs once they have chosen a platform: a part of its own, which loads beside the platforms. */
export { journeyOf } from '../controllers/journey.js';
export { aroundPlatforms } from './around-platforms.js';
export { journeyPanel } from './journey-panel.js';
export { journeyStyles } from '../styles/journey.js';
