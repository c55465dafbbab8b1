import type { ConnectRequest, ConsentState, FactOf, ConsentRequirement, StateAt } from './connect-state.js';

/** The consent state at the start of `preparing`. A person who has agreed before isn't asked again. */
export const initialConsentStateOf = (
  hostAsksFor: ConsentRequirement,
  { givenConsent }: ConnectRequest,
): ConsentState => ({
  is: hostAsksFor === 'consent' && !givenConsent ? 'loading' : 'nothing',
});

export const applyConsentLoaded = (
  state: StateAt<'preparing'>,
  { consent }: FactOf<'consentLoaded'>,
): StateAt<'preparing'> => ({
  ...state,
  consentState: consent ? { is: 'consent', consent, answer: 'none' } : { is: 'nothing' },
});

export const applyConsentToggled = (
  state: StateAt<'preparing'>,
  { yes }: FactOf<'consentToggled'>,
): StateAt<'preparing'> =>
  state.consentState.is === 'consent'
    ? { ...state, consentState: { ...state.consentState, answer: yes ? 'yes' : 'none' } }
    : state;

export const applyConsentRecorded = <State extends StateAt<'creating' | 'sharing'>>(
  state: State,
  { receipt }: FactOf<'consentRecorded'>,
): State => ({ ...state, givenConsent: { is: 'recorded', receipt } });

export const applyConsentRequired = (
  { givenConsent, ...state }: StateAt<'creating' | 'sharing'>,
  { consent }: FactOf<'consentRequired'>,
): StateAt<'preparing'> => {
  const consentState: ConsentState = {
    is: 'consent',
    consent,
    answer: givenConsent ? 'outdated' : 'none',
  };
  return { ...state, at: 'preparing', consentState };
};
