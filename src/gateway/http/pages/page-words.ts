/** The text of a failure, and of the person's next step. */
export interface ProblemNotice {
  readonly title: string;
  readonly next: string;
}

/**
 * Every text of the gateway's own pages, a group for each page. Names are arguments, since their position in a sentence
 * depends on the language; pages escape them.
 */
export interface PageWords {
  /** For the person who has the log-in, and opened a share link. */
  readonly invitation: {
    readonly title: (lender: string, platform: string) => string;
    /** Who sent the link, and to whom. */
    readonly why: (lender: string, platform: string) => string;
    /** What happens after the button is pressed, and who sees the password. */
    readonly next: (lender: string, platform: string) => string;
    /** The text before and after the time at which the link stops working. */
    readonly until: readonly [before: string, after: string];
    /** The heading of the list of data that the lender reads. */
    readonly reads: (lender: string) => string;
    /** The label of the button. */
    readonly continueTo: (platform: string) => string;
    readonly tryAgain: string;
  };
  /**
   * For a person to whom a sign-in link was forwarded. It warns that their data would be read for
   * another business; the other texts are those of `invitation`.
   */
  readonly handedOn: { readonly why: (lender: string, platform: string) => string };
  /** For the person who opened a share link that does not work. */
  readonly invitationProblems: Readonly<Record<'missing' | 'used' | 'unavailable', ProblemNotice>>;
  /** For someone whose sign-in could not start from the lender's page. */
  readonly signInProblems: Readonly<
    Record<'incomplete' | 'anothers' | 'missing' | 'expired' | 'unavailable', ProblemNotice>
  >;
  readonly goBack: { readonly text: string };
  /** The link to the lender's help, on every page. */
  readonly help: { readonly from: (lender: string) => string };
}

/** A host's own texts; those it leaves out stay ours. */
export type SomePageWords = { readonly [Page in keyof PageWords]?: Partial<PageWords[Page]> };
