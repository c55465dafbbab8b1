import type { SignInFailure } from './failures.js';
import type { PullRecord } from './pulls.js';

/** Where a connection stands (Codat's OpenAPI, `Connection.status`). */
export type ConnectionStatus = 'PendingAuth' | 'Linked' | 'Unlinked' | 'Deauthorized';

/** A sign-in that failed. Times are milliseconds since 1970. */
export interface ErrorRecord {
  readonly statusCode: SignInFailure;
  readonly at: number;
  resolvedAt?: number;
}

/** A company's link to one platform. */
export interface ConnectionRecord {
  readonly id: string;
  readonly platformKey: string;
  readonly created: number;
  status: ConnectionStatus;
  /** Whose books they are, once someone signed in. */
  organisation?: string;
  readonly errors: ErrorRecord[];
  readonly pulls: PullRecord[];
  /** What is being read: everything for the first time since someone signed in, or anew. */
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
export interface OneTimeLink {
  readonly otp: string;
  readonly connectionId: string;
  readonly expires: number;
}

/** A sign-in page someone has open. */
export interface SignIn {
  readonly id: string;
  readonly connectionId: string;
  readonly expires: number;
  /** What was added to the link, to be handed back in the redirect. */
  readonly extras: Record<string, string>;
}

/** Someone who wants webhooks, as the API made them (Codat's OpenAPI, `WebhookConsumer`). */
export interface ConsumerRecord {
  readonly id: string;
  readonly url: string;
  /** Empty: none. */
  readonly eventTypes: readonly string[];
  readonly disabled: boolean;
  /** `key:value`; those of a company with any of them are sent, or all where there are none. */
  readonly companyTags?: readonly string[];
}

/** Everything the simulator remembers, as JSON can hold it. */
export interface SimulatorState {
  readonly companies: CompanyRecord[];
  links: OneTimeLink[];
  signIns: SignIn[];
  readonly consumers: ConsumerRecord[];
  /** Requests counted on one UTC day, in days since 1970. */
  quota: { day: number; used: number };
}
