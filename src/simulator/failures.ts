/** How a sign-in that did not work out ended: quit by the person, an error, or a platform that can't be used. */
export type SignInFailure = '403' | '500' | '501';

/** Codat's words for each (`set-up-redirects`): what it says itself, and what it passes on from the platform. */
export const failures: Readonly<Record<SignInFailure, { errorMessage: string; statusText: string }>> = {
  403: { errorMessage: 'User cancelled', statusText: 'User cancelled linking' },
  500: { errorMessage: 'Unknown error occurred', statusText: 'The platform answered with an error' },
  501: { errorMessage: 'Not supported', statusText: 'This platform is not supported' },
};
