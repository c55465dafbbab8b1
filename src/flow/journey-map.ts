import type { ConnectFact, ConnectState } from './connect-state.js';

/** Where each fact may lead to from a state. */
export type JourneyRow = Readonly<Partial<Record<ConnectFact['type'], readonly ConnectState['at'][]>>>;

/**
 * The whole journey as data, one row a state: what may happen there, and the states it may lead to. A fact that is not
 * in the row changes nothing. The flow's functions don't compile unless they keep to it.
 */
export const journeyMap = {
  choosing: { considered: ['preparing'], chose: ['creating'], resumed: ['confirming'] },
  preparing: {
    worded: ['preparing'],
    answered: ['preparing'],
    chose: ['creating', 'preparing'],
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
  authorizing: {
    noticed: ['confirming'],
    failed: ['failed'],
    cancelled: ['abandoned'],
    expired: ['abandoned'],
    reset: ['choosing'],
  },
  confirming: {
    read: ['connected', 'authorizing', 'abandoned', 'failed'],
    unread: ['authorizing'],
    failed: ['failed'],
    cancelled: ['abandoned'],
    expired: ['abandoned'],
    reset: ['choosing'],
  },
  connected: { considered: ['preparing'], chose: ['creating'], reset: ['choosing'] },
  abandoned: {
    considered: ['preparing'],
    chose: ['creating'],
    read: ['connected', 'abandoned'],
    reset: ['choosing'],
  },
  failed: { considered: ['preparing'], chose: ['creating'], reset: ['choosing'] },
} as const satisfies Readonly<Record<ConnectState['at'], JourneyRow>>;
