import type { CodatError } from '../api/errors.js';
import type { Connection } from '../api/schemas/connection.js';
import type { Platform } from '../api/schemas/platform.js';
import type { ShareLink } from '../api/schemas/share-link.js';
import type { ConsentText, ConsentReceipt } from '../contract/consent.js';

/** The platform that a person chose: Codat's key, its name, and its own connect button if it has one. */
export type ChosenPlatform = Pick<Platform, 'key' | 'name'> & Partial<Pick<Platform, 'button'>>;

/** A request to connect a platform, to renew one of its connections, or to replace a connection of another platform. */
export interface ConnectRequest {
  readonly platform: ChosenPlatform;
  readonly connection?: Connection;
  /** The connection to unlink first, where a company may have only one of its type. */
  readonly replaces?: Connection;
  readonly givenConsent?: GivenConsent;
  /** Set if someone else has the log-in, and gets a link. */
  readonly signsIn?: 'other';
  readonly previousOrganisation?: PreviousOrganisation;
}

/** The organisation of a connection before it is renewed; undefined if the platform doesn't name it. */
export interface PreviousOrganisation {
  readonly organisation: string | undefined;
}

/** The person agreed to the host's terms: just now, or with a receipt of the gateway. */
type GivenConsent =
  | { readonly is: 'said'; readonly consent: ConsentText }
  | { readonly is: 'recorded'; readonly receipt: ConsentReceipt };

/** One attempt to sign in at a platform. */
export interface SignInAttempt {
  readonly platform: ChosenPlatform;
  readonly connection: Connection;
  /** Ids of the connection's errors at the start, to recognise new ones. Their times don't help, since clocks differ. */
  readonly knownErrorIds: ReadonlySet<string>;
  readonly previousOrganisation?: PreviousOrganisation;
  readonly openedIn: SignInPlace;
}

/** Where the sign-in page opens: in a window, in this tab, where the host's `openLink` puts it, or by a link to click after a blocked window. */
export type SignInPlace = 'window' | 'tab' | 'host' | 'link';

/** The terms that the host asks the person to agree to first: none, still loading, or loaded. */
export type ConsentState =
  | { readonly is: 'nothing' }
  | { readonly is: 'loading' }
  | { readonly is: 'consent'; readonly consent: ConsentText; readonly answer: ConsentAnswer };

/** `missing`: the person tried to go on without agreeing. `outdated`: the terms have changed since they agreed. */
type ConsentAnswer = 'none' | 'yes' | 'missing' | 'outdated';

/** Why an attempt ended without a connection and without an error. Codat may still report `Linked` later. */
export type AbandonReason =
  /** The person cancelled at the platform. */
  | 'declined'
  /** The person came back without a connection. */
  | 'returned'
  /** The person cancelled here. */
  | 'cancelled'
  /** Half an hour has passed. */
  | 'expired';

/** The state of the journey from choosing a platform to being connected. */
export type ConnectState =
  | { readonly at: 'choosing'; readonly signsIn?: 'other' }
  | ({ readonly at: 'preparing'; readonly consentState: ConsentState } & ConnectRequest)
  | ({ readonly at: 'creating' } & ConnectRequest)
  | ({ readonly at: 'sharing' } & ConnectRequest)
  | { readonly at: 'shared'; readonly platform: ChosenPlatform; readonly shareLink: ShareLink }
  | ({ readonly at: 'authorizing'; readonly checks: number } & SignInAttempt)
  | ({ readonly at: 'confirming'; readonly checks: number; readonly returned: boolean } & SignInAttempt)
  /** The connection was renewed with another organisation: the person decides whether to keep it. */
  | {
      readonly at: 'comparing';
      readonly platform: ChosenPlatform;
      readonly connection: Connection;
      readonly previousOrganisation: { readonly organisation: string };
    }
  /** `unverified` is set if the connection was renewed and its organisation before or now is unknown. */
  | {
      readonly at: 'connected';
      readonly platform: ChosenPlatform;
      readonly connection: Connection;
      readonly unverified?: PreviousOrganisation;
    }
  | ({ readonly at: 'abandoned'; readonly reason: AbandonReason } & SignInAttempt)
  | ({
      readonly at: 'failed';
      readonly error: CodatError;
      readonly failedStep: StepToRetry;
    } & ConnectRequest);

/** The step that failed, and that a retry repeats. */
export type StepToRetry = 'preparing' | 'connecting' | 'sharing';

/** What the host asks for before a person signs in. */
export type ConsentRequirement = 'consent' | 'nothing';

/** The facts that change the state. */
export type ConnectFact =
  /** The person selected a platform that has something to read or to agree to first. */
  | ({ readonly type: 'platformSelected'; readonly hostAsksFor: ConsentRequirement } & ConnectRequest)
  /** `consent` is undefined if the host asks for none. */
  | { readonly type: 'consentLoaded'; readonly consent: ConsentText | undefined }
  /** The person ticked or cleared the box under the terms. */
  | { readonly type: 'consentToggled'; readonly yes: boolean }
  /** The person says that someone else has the log-in. */
  | { readonly type: 'delegated'; readonly hostAsksFor: ConsentRequirement }
  /** The person goes to sign in, or requests the link for someone else. */
  | ({ readonly type: 'confirmed' } & ConnectRequest)
  /** The person came back to this tab, which they had left to sign in. */
  | { readonly type: 'resumed'; readonly attempt: SignInAttempt }
  /** The gateway recorded that the person agreed. */
  | { readonly type: 'consentRecorded'; readonly receipt: ConsentReceipt }
  /** The gateway refused the request without consent to these terms. */
  | { readonly type: 'consentRequired'; readonly consent: ConsentText }
  /** A connection was created, or read again before it is renewed. */
  | { readonly type: 'created'; readonly connection: Connection; readonly openedIn: SignInPlace }
  /** The gateway created a link for someone else. */
  | { readonly type: 'shareLinkCreated'; readonly shareLink: ShareLink }
  /** The link's status may have changed. */
  | { readonly type: 'shareLinkUpdated'; readonly shareLink: ShareLink }
  /** The connection may have changed; `returned` if the return page said so. */
  | { readonly type: 'recheck'; readonly returned: boolean }
  /** Codat answered with the connection. */
  | { readonly type: 'read'; readonly connection: Connection }
  | { readonly type: 'readFailed' }
  /** The connection now has another organisation than before, and the person keeps it. */
  | { readonly type: 'accepted' }
  | { readonly type: 'failed'; readonly error: CodatError }
  | { readonly type: 'cancelled' }
  | { readonly type: 'expired' }
  /** The journey goes back to the choice of a platform. */
  | { readonly type: 'reset' };

export type StateAt<At extends ConnectState['at']> = Extract<ConnectState, { at: At }>;
export type FactOf<Type extends ConnectFact['type']> = Extract<ConnectFact, { type: Type }>;

/** The facts that a person causes in the panels. */
export type FactFromPanel = FactOf<
  'consentToggled' | 'delegated' | 'confirmed' | 'accepted' | 'cancelled' | 'reset'
>;
