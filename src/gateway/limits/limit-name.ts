/** Which limit a call would have exceeded. */
export type LimitName = 'company' | 'recipients' | 'lender' | 'at-once';
