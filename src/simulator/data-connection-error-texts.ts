/** The `statusCode` of a failed sign-in: 403 cancelled by the person, 500 an error, 501 an unsupported platform. */
export type SignInFailureStatus = '403' | '500' | '501';

/** The two texts for each status code of a failed sign-in (docs.codat.io, set-up-redirects): Codat's `errorMessage` and the platform's `statusText`. */
export const dataConnectionErrorTextsBySignInStatusCode: Readonly<
  Record<SignInFailureStatus, { errorMessage: string; statusText: string }>
> = {
  403: { errorMessage: 'User cancelled', statusText: 'User cancelled linking' },
  500: { errorMessage: 'Unknown error occurred', statusText: 'The platform answered with an error' },
  501: { errorMessage: 'Not supported', statusText: 'This platform is not supported' },
};
