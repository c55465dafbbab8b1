/** Something to change. */
export interface FixableIssue {
  /** `unsafe` harms people or the lender, a `fault` breaks something, `advice` is optional. */
  readonly is: 'advice' | 'fault' | 'unsafe';
  readonly says: string;
  /** How to fix it. */
  readonly cure: string;
  /** The URL of its documentation. */
  readonly page: string;
}

/** The result of one check. */
export type Finding =
  | { readonly check: string; readonly is: 'ok'; readonly says: string }
  /** The check could not be made; `says` why. */
  | { readonly check: string; readonly is: 'skipped'; readonly says: string }
  | ({ readonly check: string } & FixableIssue);

/** A page of Codat's documentation. */
export const toCodatDocsUrl = (path: string): string => `https://docs.codat.io/${path}`;

/** The page of this package. */
export const npmPageUrl = 'https://www.npmjs.com/package/codat-connect-elements';
