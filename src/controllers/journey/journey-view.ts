import type { CSSResult, TemplateResult } from 'lit';
import type { CodatError } from '../../api/errors.js';
import type { ShareLink } from '../../api/schemas/share-link.js';
import type { ConnectRequest, ConnectState, PersonFact } from '../../flow/connect-state.js';
import type { Session } from '../../session/session.js';
import type { Journey } from './journey.js';

/** Draws the journey, with its styles. It loads in parallel with the platforms, and is the same for all elements. */
export interface JourneyView {
  readonly journeyOf: (session: Session) => Journey;
  /** The element adopts them once the view has loaded. */
  readonly journeyStyles: readonly CSSResult[];
  readonly isInApp: () => boolean;
  readonly journeyPanel: (state: ShownState, options: JourneyOptions) => TemplateResult;
  readonly failurePanel: (error: CodatError, options: FailureOptions) => TemplateResult;
  readonly secondaryActions: (state: ConnectState, options: SecondaryActionsOptions) => SecondaryActions;
}

/** A state that has a panel: the platforms are the element's own. */
export type ShownState = Exclude<ConnectState, { at: 'choosing' }>;

/** What a person can do in the journey. */
export interface JourneyActions {
  /** Opens sign-in. Call it within the click. */
  readonly signIn: (request: ConnectRequest) => void;
  readonly prepare: (request: ConnectRequest) => void;
  /** Lets someone else sign in. */
  readonly delegate: () => void;
  /** Navigates this tab to the sign-in page. */
  readonly leaveTab: (url: string) => void;
  /** Applies what the person did in the panel. */
  readonly dispatch: (fact: PersonFact) => void;
  /** The journey itself. */
  readonly source: Pick<Journey, 'withdraw' | 'withdrawing'> | undefined;
}

export interface JourneyOptions {
  /** The language of the messages. */
  readonly lang: string;
  readonly level: number;
  readonly lender: string;
  readonly companyId: string | undefined;
  readonly actions: JourneyActions;
  /** Where the back button leads: to the platforms, or just closes the journey. */
  readonly leaveTo: 'platforms' | 'away';
  /** Rendered beside the back button once connected. */
  readonly next?: unknown;
}

export interface FailureOptions {
  /** The language of the messages. */
  readonly lang: string;
  readonly level: number;
  readonly retry: () => void;
  /** Reloads the page, if trying again has not helped. */
  readonly reload?: (() => void) | undefined;
}

export interface SecondaryActionsOptions extends Pick<JourneyOptions, 'lang' | 'lender' | 'actions'> {
  /** The links made for other people. */
  readonly shareLinks: readonly ShareLink[];
  /** Whether 'My platform isn't listed' is open, which shows what else the host offers. */
  readonly isNotListed: boolean;
  readonly onNotListedToggle: (isNotListed: boolean) => void;
}

/** For people who can't simply pick a platform and sign in: rendered before and after the platforms. */
export interface SecondaryActions {
  readonly before: TemplateResult;
  readonly after: TemplateResult;
}
