import type { ErrorKind } from '../api/errors.js';
import type { ConnectionStatus } from '../api/schemas/connection.js';
import type { ShareLink } from '../api/schemas/share-link.js';
import type { SourceType } from '../api/schemas/source-type.js';
import type { SyncStageOrFailure } from '../api/schemas/sync-stage-or-failure.js';
import type { ConnectionAction } from '../contract/connection-action.js';
import type { AbandonReason } from '../flow/connect-state.js';
import type {
  DeviceRequirement,
  FirstDataDelayReason,
  Need,
  PlatformNote,
  PasswordPlace,
} from '../platforms/notes.js';
import type { LateFirstSyncReason } from '../platforms/late-first-syncs.js';

/** A heading, and a sentence with details or the person's next step. */
export interface TitledMessage {
  readonly title: string;
  readonly advice: string;
}

/** The texts of a confirmation dialog, with the labels of its two buttons. */
export interface ConfirmationDialogTexts extends TitledMessage {
  readonly yes: string;
  readonly no: string;
}

/** The progress of syncing one data type, as it is shown to a person. */
export type ShownSyncStage = 'waiting' | 'reading' | 'ready' | 'not-offered' | 'failed';

/** The reasons why data couldn't be synced, distinguished by their remedy. */
export type SyncTrouble = Exclude<SyncStageOrFailure, Exclude<ShownSyncStage, 'failed'>>;

/** A partial group of messages. Nested records may be partial too. */
type Some<Words> = Words extends (...args: never[]) => unknown
  ? Words
  : Words extends object
    ? { readonly [Name in keyof Words]?: Some<Words[Name]> }
    : Words;

/** Some messages of some groups, which a locale or a host adds or overrides. */
export type PartialMessages = Some<Messages>;

/**
 * All messages of the elements, in groups that elements import separately. A message with arguments is a function, so
 * that the locale decides on plurals and word order. `lender` is the lender's name, or empty.
 */
export interface Messages {
  readonly common: {
    readonly loading: string;
    readonly tryAgain: string;
    /** The button that reloads the page, offered if trying again has not helped. */
    readonly reload: string;
    /** The button for a person who is signed out of the host. */
    readonly signIn: string;
    /** A general error message, for when the detailed ones could not be loaded either. */
    readonly away: string;
    /** The text of the sign-in window until the platform's page loads. */
    readonly opening: (platform: string) => string;
  };
  readonly copying: {
    /** The label of the button that copies the id to quote to support. */
    readonly reference: (id: string) => string;
    /** The tooltip of that button, and the announcements of the result. */
    readonly copy: string;
    readonly copied: string;
    readonly notCopied: string;
  };
  readonly errors: Readonly<Record<ErrorKind, TitledMessage>>;
  readonly sourceTypes: Readonly<Record<SourceType, string>>;
  readonly platformPicker: {
    readonly heading: (sourceTypes: readonly string[]) => string;
    readonly search: string;
    readonly results: (count: number) => string;
    /** Announced once a person has typed: `results`, and their query. */
    readonly resultsFor: (results: string, query: string) => string;
    /** Under the best results of a search: how many more match. */
    readonly moreResults: (count: number) => string;
    /** A button that shows all platforms of a group. */
    readonly showAll: (count: number) => string;
    readonly none: string;
    readonly noneFor: (query: string) => string;
    readonly mostUsed: string;
    readonly marks: { readonly connected: string; readonly pending: string; readonly failed: string };
    readonly required: (sourceTypes: readonly string[]) => string;
  };
  readonly preparing: {
    readonly alreadyConnected: (platform: string, lender: string) => TitledMessage;
    readonly replace: (connected: string, wanted: string) => string;
    readonly heading: (platform: string) => string;
    readonly needsHeading: string;
    /** The label of the collapsed needs, on a device that can't connect the platform. */
    readonly needsThere: string;
    readonly copyKey: string;
    readonly needs: Readonly<Record<Need, (platform: string) => string>>;
    readonly password: Readonly<Record<PasswordPlace, (platform: string, lender: string) => string>>;
    readonly lasts: (minutes: NonNullable<PlatformNote['minutes']>) => string;
    readonly firstData: Readonly<Record<FirstDataDelayReason, (platform: string) => string>>;
    /** Shown on a phone, for a platform that needs a computer. */
    readonly onPhone: Readonly<
      Record<Exclude<DeviceRequirement, 'any'>, (platform: string) => TitledMessage>
    >;
    readonly sendToComputer: string;
    /** Validation messages of the consent checkbox: it isn't ticked, or the text has changed since. */
    readonly agreeFirst: string;
    readonly agreeAgain: string;
    readonly continueTo: (platform: string) => string;
    readonly back: string;
  };
  readonly sharing: {
    /** The button for a person whose colleague has the log-in. */
    readonly ask: string;
    readonly choose: string;
    readonly myself: string;
    readonly heading: (platform: string) => string;
    readonly explains: (platform: string, lender: string) => readonly string[];
    readonly get: string;
    readonly making: TitledMessage;
    readonly standings: Readonly<Record<ShareLink['status'], (platform: string) => TitledMessage>>;
    readonly link: string;
    /** The button that opens the share sheet for the link. */
    readonly send: string;
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
    readonly tooMany: TitledMessage;
  };
  readonly journey: {
    readonly creating: TitledMessage;
    /** `openedIn` says where the person signs in: in a window, in this tab, or on a page that the host opened. */
    readonly authorizing: (platform: string, openedIn: 'window' | 'tab' | 'host') => TitledMessage;
    readonly blocked: (platform: string) => TitledMessage;
    readonly continueTo: (platform: string) => string;
    readonly confirming: (platform: string) => TitledMessage;
    readonly connected: (platform: string, organisation: string | undefined) => TitledMessage;
    /** Names the organisation to sign in for while a connection is renewed, if it is known. */
    readonly sameAsBefore: (organisation: string | undefined) => string;
    /** Shown after a renewal if the previous or the current organisation is unknown. */
    readonly unsure: (previous: string | undefined, current: string | undefined) => string;
    /** Shown after a renewal if the organisation is a different one. */
    readonly comparing: (platform: string, previous: string, current: string) => TitledMessage;
    readonly carryOn: (organisation: string) => string;
    readonly onceMore: string;
    /** Under the picker's heading, if the gateway doesn't say which data is read. */
    readonly intro: (lender: string) => string;
    /** Under the picker's heading: Codat's names of the data types that are read, and whether nothing is written. */
    readonly reads: (lender: string, types: readonly string[], readsOnly: boolean) => string;
    /** The lender doesn't support the platform. */
    readonly unsupported: (platform: string, lender: string) => TitledMessage;
    /** The platform reported an error during sign-in. */
    readonly failedAtPlatform: (platform: string) => TitledMessage;
    readonly abandoned: Readonly<Record<AbandonReason, (platform: string) => TitledMessage>>;
    readonly startAgain: string;
    /** The buttons that bring the sign-in window to the front, and that open another. */
    readonly showWindow: string;
    readonly openAgain: string;
    /** Says at which host the platform's own sign-in page is, such as `login.xero.com`. */
    readonly signInHost: (host: string) => string;
    readonly openHere: string;
    readonly cancel: string;
    /** The summary for people whose platform isn't listed, and the default advice under it. */
    readonly notListed: string;
    readonly otherWays: (lender: string) => string;
    /** The notice in an app's built-in browser, the advice where no link can open the page in a real one, and the label of the link where one can. */
    readonly inApp: string;
    readonly pasteLink: string;
    readonly openInBrowser: string;
    /** The status of a linked connection. */
    readonly status: string;
    readonly leave: Readonly<Record<'connected' | 'change' | 'another' | 'platforms' | 'away', string>>;
  };
  readonly connectionList: {
    readonly heading: string;
    readonly empty: string;
    /** The button that leads from an empty list to the picker. */
    readonly choose: string;
    readonly search: string;
    readonly results: (count: number) => string;
    /** If no connection matches the search. */
    readonly noneFor: (query: string) => string;
    /** The number of connections that could not be parsed. */
    readonly unreadable: (count: number) => string;
    /** The title of the group of connections that the person must act on. */
    readonly needsPerson: string;
    readonly statuses: Readonly<Record<ConnectionStatus | 'Failed' | 'ReadOnce', string>>;
    /** The explanation of a connection's status, unless it is linked. */
    readonly whys: Readonly<
      Record<
        'unfinished' | 'declined' | 'failed' | 'unsupported' | 'lost' | 'readOnce' | 'unlinked' | 'unknown',
        /** `canChoose`: whether a button leads to other platforms. */
        (platform: string, lender: string, canChoose: boolean) => string
      >
    >;
    readonly since: (date: string) => string;
    readonly read: (ago: string) => string;
    /** The button for the next step of a connection: its label, and its accessible name, which includes the platform. */
    readonly ways: Readonly<
      Record<
        'finish' | 'tryAgain' | 'reconnect' | 'choose',
        { readonly short: string; readonly whole: (platform: string) => string }
      >
    >;
    readonly more: (platform: string) => string;
    readonly actions: Readonly<Record<Exclude<ConnectionAction, 'reconnect'>, string>>;
    readonly under: Readonly<Record<Exclude<ConnectionAction, 'reconnect'>, (platform: string) => string>>;
    readonly done: Readonly<
      Record<Exclude<ConnectionAction, 'reconnect'>, (platform: string, lender: string) => string>
    >;
    /** The announcement when a connection's status changes without an action of the person. */
    readonly changed: (platform: string, status: string) => string;
    /** The name of a connection if there are several to the same platform. */
    readonly ofOrganisation: (platform: string, organisation: string) => string;
    readonly connectAnother: Readonly<Record<'Banking' | 'Commerce', string>>;
    readonly details: {
      readonly show: string;
      readonly hide: string;
      readonly heading: (platform: string) => string;
      readonly organisation: string;
      readonly unnamed: (platform: string) => string;
      /** The labels of the creation date: of a linked connection, and of any other. */
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
      Record<'disconnect' | 'delete', (platform: string, lender: string) => ConfirmationDialogTexts>
    >;
  };
  readonly syncProgress: {
    readonly heading: (platforms: readonly string[], reading: boolean) => string;
    /** Shown if a connection exists and no sync was ever started. */
    readonly idle: string;
    readonly progress: Readonly<Record<Exclude<ShownSyncStage, 'not-offered'>, string>>;
    /** The data types that the platform doesn't have. */
    readonly notOffered: (types: readonly string[], platform: string) => string;
    /** The progress of one data type; `percent` is formatted in the language. */
    readonly readingShare: (percent: string) => string;
    readonly pausedUntil: (when: string) => string;
    readonly count: (ready: number, all: number) => string;
    readonly enough: string;
    readonly complete: string;
    readonly partly: string;
    readonly nothingRead: string;
    readonly reading: string;
    readonly slow: Readonly<Record<LateFirstSyncReason, (platform: string) => string>>;
    /** The data types that couldn't be synced, and what to do about it. */
    readonly troubles: Readonly<
      Record<SyncTrouble, (types: readonly string[], platform: string, lender: string) => string>
    >;
    readonly older: string;
    readonly reconnect: (platform: string) => string;
    readonly dataType: (name: string) => string;
  };
  readonly connectionResult: {
    readonly checking: string;
    readonly connected: (platform: string, lender: string) => TitledMessage;
    readonly declined: (platform: string) => TitledMessage;
    readonly unsupported: (platform: string) => TitledMessage;
    readonly failed: (platform: string) => TitledMessage;
    readonly unfinished: (platform: string) => TitledMessage;
    /** The outcomes for a person who was sent a share link. */
    readonly shared: Readonly<
      Record<
        'connected' | 'declined' | 'unsupported' | 'failed' | 'unfinished',
        (platform: string, lender: string) => TitledMessage
      >
    >;
    readonly unknown: (lender: string) => TitledMessage;
    /** The labels of the link to the next page: while not connected, and once connected. */
    readonly goBack: (lender: string) => string;
    readonly continueTo: (lender: string) => string;
    /** The advice while this window closes because the person continues on the page that waited, and if the browser didn't close it. */
    readonly closing: string;
    readonly leftOver: string;
    readonly closeWindow: string;
    readonly cannotClose: string;
  };
  readonly poweredByCodat: { readonly label: string };
}
