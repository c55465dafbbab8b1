/** The events that elements dispatch, a file for each subject, so that a page loads only those it dispatches. */
export * from './asked-for.js';
export * from './before-connect.js';
export * from './consented.js';
export type { CodatEventMap } from './event-map.js';
export * from './failed.js';
export * from './sign-in-attempt.js';
export * from './leaving.js';
export * from './managing.js';
export * from './returned.js';
export * from './share-link-created.js';
export * from './analytics-step.js';
export * from './sync.js';
