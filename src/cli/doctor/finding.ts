/** The result of one check. */
export type Finding =
  | { readonly check: string; readonly is: 'ok'; readonly says: string }
  /** The check could not be made; `says` why. */
  | { readonly check: string; readonly is: 'skipped'; readonly says: string }
  /** A `fault` must be fixed, `advice` is optional. `cure` says how to fix it, `page` is the URL of its documentation. */
  | {
      readonly check: string;
      readonly is: 'advice' | 'fault';
      readonly says: string;
      readonly cure: string;
      readonly page: string;
    };

/** A page of Codat's documentation. */
export const codatPage = (path: string): string => `https://docs.codat.io/${path}`;

/** The page of this package. */
export const ourPage = 'https://www.npmjs.com/package/codat-connect-elements';
