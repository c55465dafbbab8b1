import type { CodatError } from '../api/errors.js';
import type { Connection } from '../api/schemas/connection.js';
import type { Consent, ConsentReceipt } from '../api/schemas/consent.js';
import type { Platform } from '../api/schemas/platform.js';
import type { Share } from '../api/schemas/share.js';

/** What the journey needs of a platform: how to ask for it and what people call it. */
export type Chosen = Pick<Platform, 'key' | 'name'>;

/** What a person wants: a platform, one of its connections again, or a platform in place of another one's connection. */
export interface Wish {
  readonly platform: Chosen;
  readonly connection?: Connection;
  /** The connection to cut first, where only one of its kind can be. */
  readonly replaces?: Connection;
  readonly agreed?: Agreed;
  /** Someone else has the log-in: they get a link. */
  readonly signsIn?: 'other';
  readonly was?: Was;
}

/** Whose books a connection was linked to before it is renewed; `undefined` where nobody told. */
export interface Was {
  readonly organisation: string | undefined;
}

/** The person's yes to what the host asks: just said, or on record. */
export type Agreed =
  | { readonly is: 'said'; readonly consent: Consent }
  | { readonly is: 'recorded'; readonly receipt: ConsentReceipt };

/** One try to connect a platform: the connection it is about, and the errors that connection carried before. */
export interface Attempt {
  readonly platform: Chosen;
  readonly connection: Connection;
  /** Ids of the errors that were there at the start: compared as a set, since clocks differ. */
  readonly before: ReadonlySet<string>;
  readonly was?: Was;
  /** Where the person signs in: in a window of its own, in this tab, where the host takes them, or, when a window was blocked, by a link. */
  readonly by: Place;
}

/** Where a person signs in. */
export type Place = 'window' | 'tab' | 'host' | 'link';

/** What the host asks the person to agree to before they go: nothing, words that are on their way, or these words. */
export type Asks =
  | { readonly is: 'nothing' }
  | { readonly is: 'loading' }
  | { readonly is: 'consent'; readonly consent: Consent; readonly answer: Answer };

/** What the person says to it: nothing yet, yes, nothing though they wanted to go, or yes to words that have changed since. */
export type Answer = 'none' | 'yes' | 'missing' | 'outdated';

/** Why a try ended without a connection and without an error. Codat may still say «linked» later. */
export type Reason =
  /** The person cancelled at the platform. */
  | 'declined'
  /** The person came back without a connection. */
  | 'returned'
  /** The person cancelled here. */
  | 'cancelled'
  /** Half an hour went by. */
  | 'expired';

/** Where a person is between choosing a platform and being connected. Each state carries what is true in it. */
export type ConnectState =
  | { readonly at: 'choosing'; readonly signsIn?: 'other' }
  | ({ readonly at: 'preparing'; readonly asks: Asks } & Wish)
  | ({ readonly at: 'creating' } & Wish)
  | ({ readonly at: 'sharing' } & Wish)
  | { readonly at: 'shared'; readonly platform: Chosen; readonly share: Share }
  | ({ readonly at: 'authorizing'; readonly looks: number } & Attempt)
  | ({ readonly at: 'confirming'; readonly looks: number; readonly returned: boolean } & Attempt)
  /** The connection is renewed, and is another organisation's now: the person says whether to carry on. */
  | {
      readonly at: 'comparing';
      readonly platform: Chosen;
      readonly connection: Connection;
      readonly was: { readonly organisation: string };
    }
  /** `unsure` where the connection is renewed and nobody told whose books it was or is linked to. */
  | {
      readonly at: 'connected';
      readonly platform: Chosen;
      readonly connection: Connection;
      readonly unsure?: Was;
    }
  | ({ readonly at: 'abandoned'; readonly reason: Reason } & Attempt)
  | ({ readonly at: 'failed'; readonly error: CodatError; readonly while: Doing } & Wish);

/** What was being done when something failed: it says what to do again. */
export type Doing = 'preparing' | 'connecting' | 'sharing';

/** What may happen on the way. */
export type ConnectFact =
  /** The person chose, and there is something to know or to agree to before going there. */
  | ({ readonly type: 'considered'; readonly asks: 'consent' | 'nothing' } & Wish)
  /** The words to agree to are there, or the host has none. */
  | { readonly type: 'worded'; readonly consent: Consent | undefined }
  /** The person says yes to them, or takes it back. */
  | { readonly type: 'answered'; readonly yes: boolean }
  /** The person says that someone else has the log-in. */
  | { readonly type: 'delegated'; readonly asks: 'consent' | 'nothing' }
  /** The person chose, and goes; or, where someone else is to sign in, wants the link for them. */
  | ({ readonly type: 'chose' } & Wish)
  /** The person comes back to this tab, from which they had left to sign in. */
  | { readonly type: 'resumed'; readonly attempt: Attempt }
  /** That the person agreed is on record. */
  | { readonly type: 'consented'; readonly receipt: ConsentReceipt }
  /** The host asks for consent first, or for other words than those the person agreed to. */
  | { readonly type: 'asked'; readonly consent: Consent }
  /** There is a connection to sign in for. */
  | { readonly type: 'created'; readonly connection: Connection; readonly by: Place }
  /** There is a link for whoever has the log-in. */
  | { readonly type: 'shared'; readonly share: Share }
  /** What has become of it. */
  | { readonly type: 'followed'; readonly share: Share }
  /** There is a reason to look; `returned` if the return page spoke. */
  | { readonly type: 'noticed'; readonly returned: boolean }
  /** What Codat says of the connection. */
  | { readonly type: 'read'; readonly connection: Connection }
  | { readonly type: 'unread' }
  /** The person carries on with another organisation than before. */
  | { readonly type: 'accepted' }
  | { readonly type: 'failed'; readonly error: CodatError }
  | { readonly type: 'cancelled' }
  | { readonly type: 'expired' }
  /** Back to the platforms. */
  | { readonly type: 'reset' };

export type StateAt<At extends ConnectState['at']> = Extract<ConnectState, { at: At }>;
export type FactOf<Type extends ConnectFact['type']> = Extract<ConnectFact, { type: Type }>;
