import type { ConnectFact, ConnectState } from './connect-state.js';

/** Where each fact may lead to from a state. */
export type JourneyRow = Readonly<Partial<Record<ConnectFact['type'], readonly ConnectState['at'][]>>>;

/**
 * The whole journey as data, one row a state: what may happen there, and the states it may lead to. A fact that is not
 * in the row changes nothing. The flow's functions don't compile unless they keep to it.
 */
export const journeyMap = {
  choosing: {
    considered: ['preparing'],
    delegated: ['choosing'],
    chose: ['creating', 'sharing'],
    resumed: ['confirming'],
    reset: ['choosing'],
  },
  preparing: {
    worded: ['preparing'],
    answered: ['preparing'],
    delegated: ['preparing'],
    chose: ['creating', 'sharing', 'preparing'],
    resumed: ['confirming'],
    failed: ['failed'],
    reset: ['choosing'],
  },
  creating: {
    consented: ['creating'],
    asked: ['preparing'],
    created: ['authorizing', 'connected'],
    failed: ['failed'],
    cancelled: ['choosing'],
    reset: ['choosing'],
  },
  sharing: {
    consented: ['sharing'],
    asked: ['preparing'],
    shared: ['shared'],
    failed: ['failed'],
    cancelled: ['choosing'],
    reset: ['choosing'],
  },
  shared: {
    followed: ['shared'],
    read: ['connected', 'shared'],
    considered: ['preparing'],
    delegated: ['preparing'],
    chose: ['creating', 'sharing'],
    reset: ['choosing'],
  },
  authorizing: {
    noticed: ['confirming'],
    delegated: ['preparing'],
    failed: ['failed'],
    cancelled: ['abandoned'],
    expired: ['abandoned'],
    reset: ['choosing'],
  },
  confirming: {
    read: ['connected', 'comparing', 'authorizing', 'abandoned', 'failed'],
    unread: ['authorizing'],
    delegated: ['preparing'],
    failed: ['failed'],
    cancelled: ['abandoned'],
    expired: ['abandoned'],
    reset: ['choosing'],
  },
  comparing: { accepted: ['connected'], chose: ['creating', 'sharing'], reset: ['choosing'] },
  connected: { considered: ['preparing'], chose: ['creating', 'sharing'], reset: ['choosing'] },
  abandoned: {
    considered: ['preparing'],
    delegated: ['preparing'],
    chose: ['creating', 'sharing'],
    read: ['connected', 'comparing', 'abandoned'],
    reset: ['choosing'],
  },
  failed: {
    considered: ['preparing'],
    delegated: ['preparing'],
    chose: ['creating', 'sharing'],
    reset: ['choosing'],
  },
} as const satisfies Readonly<Record<ConnectState['at'], JourneyRow>>;

/** Milliseconds after which a state ends by itself. Others that wait do so for one answer, which fails when it is late. */
export const deadlines = {
  authorizing: { within: 30 * 60_000, then: 'expired' },
} as const satisfies Readonly<
  Partial<Record<ConnectState['at'], { readonly within: number; readonly then: ConnectFact['type'] }>>
>;
