export { createGateway } from './create-gateway.js';
export { createJsonLog } from './telemetry/log.js';
export { draftPageWords } from './http/pages/draft-page-words.js';
export { memoryBus } from './changes/memory-bus.js';
export { memoryStore } from './store/memory-store.js';
export { HttpError } from './http-error.js';
export { toCanonicalConsentJson } from './consents/consent-text.js';
export type { Bus } from './changes/bus.js';
export type { CloseResult } from './work-tracker.js';
export type { CodatEndpoint } from './telemetry/codat-endpoint.js';
export type { Connection } from './codat/schemas.js';
export type { ConnectionAction } from '../contract/connection-action.js';
export type { ConsentText, ConsentReceipt } from '../contract/consent.js';
export type { ForgottenCompany } from './erasure/gateway-data-erasure.js';
export type { Gateway } from './create-gateway.js';
export type {
  CodatCallEvent,
  CompanyForgottenEvent,
  GatewayEvent,
  RequestEvent,
  TroubleEvent,
} from './telemetry/gateway-event.js';
export type { GatewaySettings, HostSecrets } from './settings.js';
export type { ProblemNotice, PageWords, SomePageWords } from './http/pages/page-words.js';
export type { ReferencedCompany } from './connections/company-provisioner.js';
export type { RoutePath } from './operations/operations-by-path.js';
export type { Store } from './store/store.js';
export type { WebhookEvent } from './changes/webhook-event.js';
