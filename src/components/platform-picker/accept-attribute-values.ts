/** The values of the `accept` attribute: each names something that satisfies `required`. */
export const acceptAttributeValues = ['linked', 'shared', 'not-listed'] as const;

export type AcceptKeyword = (typeof acceptAttributeValues)[number];
