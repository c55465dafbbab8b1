import type { ConnectFact, ConnectState } from './connect-state.js';

/** The states that each fact may lead to. */
export type NextStatesByFact = Readonly<Partial<Record<ConnectFact['type'], readonly ConnectState['at'][]>>>;

/**
 * The whole journey as data: for each state the facts that change it, and the states they may lead to. A fact that is
 * not in the row changes nothing. The types of `connect-flow.ts` follow from this map.
 */
export const transitionsByState = {
  choosing: {
    platformSelected: ['preparing'],
    delegated: ['choosing'],
    confirmed: ['creating', 'sharing'],
    resumed: ['confirming'],
    reset: ['choosing'],
  },
  preparing: {
    consentLoaded: ['preparing'],
    consentToggled: ['preparing'],
    delegated: ['preparing'],
    confirmed: ['creating', 'sharing', 'preparing'],
    resumed: ['confirming'],
    failed: ['failed'],
    reset: ['choosing'],
  },
  creating: {
    consentRecorded: ['creating'],
    consentRequired: ['preparing'],
    created: ['authorizing', 'connected'],
    failed: ['failed'],
    cancelled: ['choosing'],
    reset: ['choosing'],
  },
  sharing: {
    consentRecorded: ['sharing'],
    consentRequired: ['preparing'],
    shareLinkCreated: ['shared'],
    failed: ['failed'],
    cancelled: ['choosing'],
    reset: ['choosing'],
  },
  shared: {
    shareLinkUpdated: ['shared'],
    read: ['connected', 'shared'],
    platformSelected: ['preparing'],
    delegated: ['preparing'],
    confirmed: ['creating', 'sharing'],
    reset: ['choosing'],
  },
  authorizing: {
    recheck: ['confirming'],
    delegated: ['preparing'],
    failed: ['failed'],
    cancelled: ['abandoned'],
    expired: ['abandoned'],
    reset: ['choosing'],
  },
  confirming: {
    read: ['connected', 'comparing', 'authorizing', 'abandoned', 'failed'],
    readFailed: ['authorizing'],
    delegated: ['preparing'],
    failed: ['failed'],
    cancelled: ['abandoned'],
    expired: ['abandoned'],
    reset: ['choosing'],
  },
  comparing: { accepted: ['connected'], confirmed: ['creating', 'sharing'], reset: ['choosing'] },
  connected: { platformSelected: ['preparing'], confirmed: ['creating', 'sharing'], reset: ['choosing'] },
  abandoned: {
    platformSelected: ['preparing'],
    delegated: ['preparing'],
    confirmed: ['creating', 'sharing'],
    read: ['connected', 'comparing', 'abandoned'],
    reset: ['choosing'],
  },
  failed: {
    platformSelected: ['preparing'],
    delegated: ['preparing'],
    confirmed: ['creating', 'sharing'],
    reset: ['choosing'],
  },
} as const satisfies Readonly<Record<ConnectState['at'], NextStatesByFact>>;

/** States that end a fixed time after the attempt began. Other states wait for a person, or for requests with timeouts of their own. */
export const timeoutFactByState = {
  authorizing: { timeoutMs: 30 * 60_000, then: 'expired' },
} as const satisfies Readonly<
  Partial<Record<ConnectState['at'], { readonly timeoutMs: number; readonly then: ConnectFact['type'] }>>
>;
