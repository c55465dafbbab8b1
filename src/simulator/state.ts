import type { SignInFailureStatus } from './data-connection-error-texts.js';
import type { PlannedPull } from './pulls.js';

/** The status of a connection (Codat's OpenAPI, `Connection.status`). */
export type ConnectionStatus = 'PendingAuth' | 'Linked' | 'Unlinked' | 'Deauthorized';

/** A sign-in that failed. Times are milliseconds since 1970. */
export interface SignInFailureRecord {
  readonly statusCode: SignInFailureStatus;
  readonly at: number;
  resolvedAt?: number;
}

/** A company's link to one platform. */
export interface ConnectionRecord {
  readonly id: string;
  readonly platformKey: string;
  readonly created: number;
  status: ConnectionStatus;
  /** The organisation's name, after a sign-in. */
  organisation?: string;
  readonly errors: SignInFailureRecord[];
  readonly pulls: PlannedPull[];
  /** The sync in progress: the first one since the sign-in, or a later one. */
  reading?: 'initial' | 'again';
}

/** A customer of the lender. */
export interface CompanyRecord {
  readonly id: string;
  readonly created: number;
  name: string;
  description?: string;
  tags: Record<string, string>;
  readonly connections: ConnectionRecord[];
}

/** The secret part of a link that opens a sign-in page once. */
interface OneTimeLink {
  readonly otp: string;
  readonly connectionId: string;
  readonly expires: number;
}

/** A sign-in page that a person has open. */
export interface SignIn {
  readonly id: string;
  readonly connectionId: string;
  readonly expires: number;
  /** The extra parameters of the link, which the redirect returns. */
  readonly extras: Record<string, string>;
}

/** A consumer created by the API (Codat's OpenAPI, `WebhookConsumer`). */
export interface WebhookConsumerRecord {
  readonly id: string;
  readonly url: string;
  /** The event types to send. If empty, none are sent. */
  readonly eventTypes: readonly string[];
  readonly disabled: boolean;
  /** `key:value`. Only events of companies with one of these tags are sent. Default: events of all companies. */
  readonly companyTags?: readonly string[];
}

/** The simulator's whole state, which can be stored as JSON. */
export interface SimulatorState {
  readonly companies: CompanyRecord[];
  links: OneTimeLink[];
  signIns: SignIn[];
  readonly consumers: WebhookConsumerRecord[];
  /** The requests used on `day`, a UTC day in days since 1970. */
  quota: { day: number; used: number };
}
