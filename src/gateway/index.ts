export { createGateway } from './create-gateway.js';
export { memoryStore } from './memory-store.js';
export { Problem } from './problem.js';
export type { CompanyReference } from './companies.js';
export type { Gateway } from './create-gateway.js';
export type { Connection } from './schemas.js';
export type { Action, GatewaySettings } from './settings.js';
export type { Store } from './store.js';
