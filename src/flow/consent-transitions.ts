import type { ConnectRequest, ConsentState, FactOf, StateAt } from './connect-state.js';

/** The consent state at the start of `preparing`. A person who has agreed before isn't asked again. */
export const initialConsentState = (
  hostAsksFor: 'consent' | 'nothing',
  { agreement }: ConnectRequest,
): ConsentState => ({
  is: hostAsksFor === 'consent' && !agreement ? 'loading' : 'nothing',
});

export const applyConsentLoaded = (
  state: StateAt<'preparing'>,
  { consent }: FactOf<'consentLoaded'>,
): StateAt<'preparing'> => ({
  ...state,
  consentState: consent ? { is: 'consent', consent, answer: 'none' } : { is: 'nothing' },
});

export const applyConsentAnswered = (
  state: StateAt<'preparing'>,
  { yes }: FactOf<'consentAnswered'>,
): StateAt<'preparing'> =>
  state.consentState.is === 'consent'
    ? { ...state, consentState: { ...state.consentState, answer: yes ? 'yes' : 'none' } }
    : state;

export const applyConsentRecorded = <State extends StateAt<'creating' | 'sharing'>>(
  state: State,
  { receipt }: FactOf<'consentRecorded'>,
): State => ({ ...state, agreement: { is: 'recorded', receipt } });

export const applyConsentRequired = (
  { agreement, ...state }: StateAt<'creating' | 'sharing'>,
  { consent }: FactOf<'consentRequired'>,
): StateAt<'preparing'> => {
  const consentState: ConsentState = { is: 'consent', consent, answer: agreement ? 'outdated' : 'none' };
  return { ...state, at: 'preparing', consentState };
};
