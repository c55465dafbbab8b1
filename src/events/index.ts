/** The events that elements dispatch, a file for each subject, so that a page loads only those it dispatches. */
export * from './asked-for.js';
export * from './connect.js';
export * from './consented.js';
export type { CodatEventMap } from './event-map.js';
export * from './failed.js';
export * from './journey.js';
export * from './leaving.js';
export * from './managing.js';
export * from './returned.js';
export * from './sharing.js';
export * from './stepped.js';
export * from './sync.js';
