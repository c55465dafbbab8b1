/** Codat's source types, in the order in which the picker shows them. */
export const sourceTypes = ['Accounting', 'Banking', 'Commerce', 'Expense', 'BankFeed', 'Other'] as const;

/** The type of data that a platform provides; `Unknown` for any that Codat adds later. */
export type SourceType = (typeof sourceTypes)[number] | 'Unknown';
