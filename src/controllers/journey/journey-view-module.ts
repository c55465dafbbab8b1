import type { CSSResult, TemplateResult } from 'lit';
import type { CodatError } from '../../api/errors.js';
import type { Connection } from '../../api/schemas/connection.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { ShareLink } from '../../api/schemas/share-link.js';
import type { ConnectRequest, ConnectState, FactFromPanel } from '../../flow/connect-state.js';
import type { Session } from '../../session/session.js';
import type { Journey } from './journey.js';

/** Renders the journey, with its styles. It loads after the platforms, and is the same for all elements. */
export interface JourneyViewModule {
  readonly journeyOfSession: (session: Session) => Journey;
  /** The element adopts them once the view has loaded. */
  readonly journeyViewStyles: readonly CSSResult[];
  readonly isInApp: () => boolean;
  readonly announcePanel: (root: ParentNode, name: string, state: ConnectState) => void;
  readonly renderJourney: (state: StateWithPanel, options: JourneyViewOptions) => TemplateResult;
  readonly renderLoadFailurePanel: (error: CodatError, options: LoadFailurePanelOptions) => TemplateResult;
  readonly renderContentAroundPlatforms: (
    state: ConnectState,
    options: ContentAroundPlatformsOptions,
  ) => ContentAroundPlatforms;
  readonly openNotesOfPreselectedPlatform: (
    picker: object,
    platform: Platform | undefined,
    options: OpenPreselectedPlatformOptions,
  ) => void;
  readonly isRequiredMetByShareLinkOrNotListed: (
    accept: readonly string[],
    alternatives: AlternativesToConnection,
  ) => boolean;
}

export interface OpenPreselectedPlatformOptions {
  readonly connections: readonly Connection[] | undefined;
  /** The journey that the picker shows. It may have begun in another picker, which this one replaced. */
  readonly journey: {
    readonly state: ConnectState;
    preselect(request: ConnectRequest): void;
    reset(): void;
  };
}

/** The alternatives to a connection that may satisfy a required picker. */
export interface AlternativesToConnection {
  readonly shareLinks: readonly ShareLink[];
  /** The platforms that the picker shows. */
  readonly platforms: readonly Platform[];
  /** Whether the person said that their platform isn't listed. */
  readonly isNotListed: boolean;
}

/** A state that has a panel. `choosing` has none, since the element itself renders the platforms. */
export type StateWithPanel = Exclude<ConnectState, { at: 'choosing' }>;

export interface JourneyActions {
  /** Opens sign-in. Call it within the click. */
  readonly signIn: (request: ConnectRequest) => void;
  readonly prepare: (request: ConnectRequest) => void;
  /** Lets someone else sign in. */
  readonly delegate: () => void;
  /** Navigates this tab to the sign-in page. */
  readonly leaveTab: (url: string) => void;
  /** Applies an action of the person in the panel. */
  readonly dispatch: (fact: FactFromPanel) => void;
  readonly source: Pick<Journey, 'withdraw' | 'withdrawing' | 'signInWindow'> | undefined;
}

export interface JourneyViewOptions {
  readonly lang: string;
  readonly level: number;
  readonly lender: string;
  readonly session: Session | undefined;
  readonly actions: JourneyActions;
  /** The back button's label, a key of `leave` in the messages: it shows the platforms again, or only closes the journey. */
  readonly backLabel: 'platforms' | 'away';
  /** Rendered below the new connection as soon as there is one. If left out, the new connection isn't shown either. */
  readonly next?: TemplateResult;
}

/** How `renderLoadFailurePanel` renders an error, and the remedies that it offers. */
export interface LoadFailurePanelOptions {
  readonly lang: string;
  readonly level: number;
  readonly retry: () => void;
  /** Reloads the page. Set if trying again has not helped. */
  readonly reload?: (() => void) | undefined;
}

export interface ContentAroundPlatformsOptions extends Pick<
  JourneyViewOptions,
  'lang' | 'lender' | 'actions'
> {
  /** `reads` of the session: the data that the lender reads. The intro names those of `sourceTypes`. */
  readonly reads: unknown;
  readonly sourceTypes: readonly string[];
  /** The links made for other people. */
  readonly shareLinks: readonly ShareLink[];
  /** Whether the host's advice for people whose platform isn't listed is open. */
  readonly isNotListed: boolean;
  readonly onNotListedToggle: (isNotListed: boolean) => void;
}

/** The content around the platforms, for people who can't just choose one and sign in. */
export interface ContentAroundPlatforms {
  /** The sentences under the heading: which data the lender reads or, if the gateway doesn't say which, where a person signs in. */
  readonly intro: string;
  readonly before: TemplateResult;
  readonly after: TemplateResult;
}
