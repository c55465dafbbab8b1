/** Which limit a call would have exceeded. */
export type CallLimitName = 'company' | 'recipients' | 'lender' | 'at-once';
