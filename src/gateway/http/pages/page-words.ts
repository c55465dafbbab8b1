/** What didn't work out, and what the person can do. */
export interface Notice {
  readonly title: string;
  readonly next: string;
}

/**
 * Every word on the gateway's own pages, a group a page. Names come as arguments, since where they stand in a
 * sentence belongs to the language; they are escaped where they are drawn.
 */
export interface PageWords {
  /** To the person who has the log-in, by a link that was shared. */
  readonly invitation: {
    readonly title: (lender: string, platform: string) => string;
    readonly why: (lender: string, platform: string) => string;
    readonly next: (lender: string, platform: string) => string;
    /** Before and after the moment the link stops working. */
    readonly until: readonly [before: string, after: string];
    readonly continueTo: (platform: string) => string;
    readonly tryAgain: string;
  };
  /**
   * To someone who was handed a link to sign in that a page of the lender's opens: the rest is as in an invitation.
   * What they connect is then read for another business than their own.
   */
  readonly handedOn: { readonly why: (lender: string, platform: string) => string };
  /** To the same person, where the link leads no further. */
  readonly invitationProblems: Readonly<Record<'missing' | 'used' | 'unavailable', Notice>>;
  /** To someone on the way to sign in from the lender's page. */
  readonly signInProblems: Readonly<
    Record<'incomplete' | 'anothers' | 'missing' | 'expired' | 'unavailable', Notice>
  >;
  readonly goBack: { readonly text: string };
}

/** What a host says in its own words; the rest stays as it is. */
export type SomePageWords = { readonly [Page in keyof PageWords]?: Partial<PageWords[Page]> };
