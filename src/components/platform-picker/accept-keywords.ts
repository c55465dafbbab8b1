/** The values of the `accept` attribute: each names something that satisfies `required`. */
export const acceptKeywords = ['linked', 'shared', 'not-listed'] as const;

export type AcceptKeyword = (typeof acceptKeywords)[number];
