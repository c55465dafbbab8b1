/** What one look found. */
export type Finding =
  | { readonly check: string; readonly is: 'ok'; readonly says: string }
  /** Nothing of the kind could be looked at; `says` why. */
  | { readonly check: string; readonly is: 'skipped'; readonly says: string }
  /** `advice` can be left as it is, a `fault` can't. `cure` is what to do, `page` where it is described. */
  | {
      readonly check: string;
      readonly is: 'advice' | 'fault';
      readonly says: string;
      readonly cure: string;
      readonly page: string;
    };

/** A page of Codat's documentation. */
export const codatPage = (path: string): string => `https://docs.codat.io/${path}`;

/** Our own. */
export const ourPage = 'https://www.npmjs.com/package/codat-connect-elements';
