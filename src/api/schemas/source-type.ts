/** The kinds of data a platform may hold, in the order people look for them. */
export const sourceTypes = ['Accounting', 'Banking', 'Commerce', 'Expense', 'BankFeed', 'Other'] as const;

/** What kind of data a platform holds; one that Codat adds later is `Unknown`. */
export type SourceType = (typeof sourceTypes)[number] | 'Unknown';
