/** Which limit a call would have exceeded. */
export type Limit = 'company' | 'recipients' | 'lender' | 'at-once';
