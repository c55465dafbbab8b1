import type { ConnectionStatus } from '../api/schemas/connection.js';
import type { Action } from '../contract/action.js';
import type { ErrorKind } from '../api/errors.js';
import type { ShareLink } from '../api/schemas/share-link.js';
import type { SourceType } from '../api/schemas/source-type.js';
import type { Stage } from '../api/schemas/stage.js';
import type { Reason } from '../flow/connect-state.js';
import type { SlowStart } from '../platforms/slow-starts.js';
import type { Device, FirstData, Need, Note, PasswordAt } from '../platforms/notes.js';

/** What to say when something went wrong: what happened, and what the person can do. */
export interface Advice {
  readonly title: string;
  readonly advice: string;
}

/** What a dialog asks, and how its two buttons read. */
export interface Question extends Advice {
  readonly yes: string;
  readonly no: string;
}

/** How far one type of data is, in the person's terms. */
export type Progress = 'waiting' | 'reading' | 'ready' | 'not-offered' | 'failed';

/** Why data couldn't be read, told apart by who can do something about it. */
export type Trouble = Exclude<Stage, Exclude<Progress, 'failed'>>;

/**
 * Every word the elements say, a group an element. A message with arguments is a function, so that plurals and the
 * order of words belong to the locale. `lender` is the name people know, or empty.
 */
export interface Messages {
  readonly common: {
    readonly loading: string;
    readonly tryAgain: string;
    /** Where trying again has not helped. */
    readonly reload: string;
    /** For someone who is signed out at the host. */
    readonly signIn: string;
    /** Said where the words for what exactly went wrong can't be had either. */
    readonly away: string;
    readonly opening: (platform: string) => string;
  };
  readonly copying: {
    /** What to quote to support. */
    readonly reference: (id: string) => string;
    /** What a press does to that, and what is told of it. */
    readonly copy: string;
    readonly copied: string;
    readonly notCopied: string;
  };
  readonly errors: Readonly<Record<ErrorKind, Advice>>;
  readonly sourceTypes: Readonly<Record<SourceType, string>>;
  readonly platformPicker: {
    readonly heading: (sourceTypes: readonly string[]) => string;
    readonly intro: (lender: string) => string;
    readonly search: string;
    readonly results: (count: number) => string;
    readonly none: string;
    readonly noneFor: (query: string) => string;
    readonly mostUsed: string;
    readonly marks: { readonly connected: string; readonly pending: string; readonly failed: string };
    readonly required: (sourceTypes: readonly string[]) => string;
  };
  readonly preparing: {
    readonly alreadyConnected: (platform: string) => Advice;
    readonly replace: (connected: string, wanted: string) => string;
    readonly heading: (platform: string) => string;
    readonly needsHeading: string;
    readonly copyKey: string;
    readonly needs: Readonly<Record<Need, (platform: string) => string>>;
    readonly password: Readonly<Record<PasswordAt, (platform: string, lender: string) => string>>;
    readonly lasts: (minutes: NonNullable<Note['minutes']>) => string;
    readonly firstData: Readonly<Record<FirstData, (platform: string) => string>>;
    /** For someone with a phone in their hand. */
    readonly onPhone: Readonly<Record<Exclude<Device, 'any'>, (platform: string) => Advice>>;
    readonly sendToComputer: string;
    /** For someone who goes on without the host's consent box ticked, and for someone whose words have changed since. */
    readonly agreeFirst: string;
    readonly agreeAgain: string;
    readonly continueTo: (platform: string) => string;
    readonly back: string;
  };
  readonly sharing: {
    /** Asks whether someone else is to sign in, and leads to it. */
    readonly ask: string;
    readonly choose: string;
    readonly myself: string;
    readonly heading: (platform: string) => string;
    readonly explains: (platform: string, lender: string) => readonly string[];
    readonly get: string;
    readonly making: Advice;
    readonly standings: Readonly<Record<ShareLink['status'], (platform: string) => Advice>>;
    readonly link: string;
    readonly copy: string;
    readonly mail: string;
    readonly subject: (platform: string, lender: string) => string;
    readonly body: (
      platform: string,
      lender: string,
      link: { readonly url: string; readonly until: string },
    ) => string;
    readonly until: (date: string) => string;
    readonly again: string;
    readonly sent: string;
    readonly statuses: Readonly<Record<ShareLink['status'], string>>;
    readonly withdraw: string;
    readonly withdrawFor: (platform: string) => string;
    readonly tooMany: Advice;
  };
  readonly journey: {
    readonly creating: Advice;
    /** `by` is where the person signs in: in a window, in this tab, or where the host took them. */
    readonly authorizing: (platform: string, by: 'window' | 'tab' | 'host') => Advice;
    readonly blocked: (platform: string) => Advice;
    readonly continueTo: (platform: string) => string;
    readonly confirming: (platform: string) => Advice;
    readonly connected: (platform: string, organisation: string | undefined) => Advice;
    /** While a connection is renewed: for whom to sign in, as far as that is known. */
    readonly sameAsBefore: (organisation: string | undefined) => string;
    /** It is renewed, and nobody told whose books it was or is linked to. */
    readonly unsure: (was: string | undefined, now: string | undefined) => string;
    /** It is renewed, and is another organisation's now. */
    readonly comparing: (platform: string, was: string, now: string) => Advice;
    readonly carryOn: (organisation: string) => string;
    readonly onceMore: string;
    readonly abandoned: Readonly<Record<Reason, (platform: string) => Advice>>;
    readonly startAgain: string;
    readonly openHere: string;
    readonly cancel: string;
    /** For someone whose platform isn't there, and what there is for them where the host says nothing. */
    readonly notListed: string;
    readonly otherWays: (lender: string) => string;
    /** For someone whose page is inside an app that isn't a browser, and the way out of it. */
    readonly inApp: string;
    readonly openInBrowser: string;
    readonly leave: Readonly<Record<'connected' | 'another' | 'platforms' | 'away', string>>;
  };
  readonly connectionList: {
    readonly heading: string;
    readonly empty: string;
    /** That so many connections are there and can't be read. */
    readonly unreadable: (count: number) => string;
    /** The title over what waits for the person, where kinds of source have titles too. */
    readonly needsPerson: string;
    readonly statuses: Readonly<Record<ConnectionStatus | 'Failed' | 'ReadOnce', string>>;
    /** Why a connection stands as it does, where that isn't well. */
    readonly whys: Readonly<
      Record<
        'unfinished' | 'declined' | 'failed' | 'unsupported' | 'lost' | 'readOnce' | 'unlinked' | 'unknown',
        (platform: string, lender: string) => string
      >
    >;
    readonly since: (date: string) => string;
    readonly read: (ago: string) => string;
    /** What moves a connection on: as a button reads beside it, and as it reads alone. */
    readonly ways: Readonly<
      Record<
        'finish' | 'tryAgain' | 'reconnect',
        { readonly short: string; readonly whole: (platform: string) => string }
      >
    >;
    readonly more: (platform: string) => string;
    readonly actions: Readonly<Record<Exclude<Action, 'reconnect'>, string>>;
    readonly under: Readonly<Record<Exclude<Action, 'reconnect'>, (platform: string) => string>>;
    readonly done: Readonly<
      Record<Exclude<Action, 'reconnect'>, (platform: string, lender: string) => string>
    >;
    /** What is said aloud when a connection came to stand otherwise, while nobody here did anything. */
    readonly changed: (platform: string, status: string) => string;
    /** Two connections of one platform, told apart. */
    readonly ofOrganisation: (platform: string, organisation: string) => string;
    readonly connectAnother: Readonly<Record<'Banking' | 'Commerce', string>>;
    readonly details: {
      readonly show: string;
      readonly hide: string;
      readonly heading: (platform: string) => string;
      readonly organisation: string;
      readonly unnamed: (platform: string) => string;
      /** When it was begun; of a connection that stands, since when it has. */
      readonly since: string;
      readonly begun: string;
      readonly lastRead: string;
      readonly never: string;
      readonly dataTypes: string;
      readonly noDataTypes: string;
      readonly unreadable: string;
      readonly reference: string;
    };
    readonly confirm: Readonly<
      Record<'disconnect' | 'delete', (platform: string, lender: string) => Question>
    >;
  };
  readonly syncProgress: {
    readonly heading: (platforms: readonly string[], reading: boolean) => string;
    readonly nothing: string;
    /** Something is connected, and nothing was ever asked of it. */
    readonly idle: string;
    readonly progress: Readonly<Record<Progress, (platform: string) => string>>;
    /** How much of a type is read: `percent` is written as the language does. */
    readonly readingShare: (percent: string) => string;
    readonly pausedUntil: (when: string) => string;
    readonly count: (ready: number, all: number) => string;
    readonly enough: string;
    readonly complete: string;
    readonly partly: string;
    readonly nothingRead: string;
    readonly reading: string;
    readonly slow: Readonly<Record<SlowStart, (platform: string) => string>>;
    /** What couldn't be read, and what to do about it. */
    readonly troubles: Readonly<
      Record<Trouble, (types: readonly string[], platform: string, lender: string) => string>
    >;
    readonly older: string;
    readonly reconnect: (platform: string) => string;
    readonly dataType: (name: string) => string;
  };
  readonly connectionResult: {
    readonly checking: string;
    readonly connected: (platform: string, lender: string) => Advice;
    readonly declined: (platform: string) => Advice;
    readonly unsupported: (platform: string) => Advice;
    readonly failed: (platform: string) => Advice;
    readonly unfinished: (platform: string) => Advice;
    /** For someone who was sent a link, since they have the log-in. */
    readonly shared: Readonly<
      Record<
        'connected' | 'declined' | 'unsupported' | 'failed' | 'unfinished',
        (platform: string, lender: string) => Advice
      >
    >;
    readonly unknown: (lender: string) => Advice;
    readonly continueTo: (lender: string) => string;
    readonly closeWindow: string;
    readonly cannotClose: string;
  };
  readonly poweredByCodat: { readonly label: string };
}
