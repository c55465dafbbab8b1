/** What a check found to change, and how to change it. */
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

/** The URL of a page of Codat's documentation. */
export const toCodatDocsUrl = (path: string): string => `https://docs.codat.io/${path}`;

/** The page of a finding that no page of Codat or of a standard explains. */
export const npmPageUrl = 'https://www.npmjs.com/package/codat-connect-elements';
