/** The values of the `accept` attribute: each names something that satisfies `required`. */
export const acceptedAlternatives = ['linked', 'shared', 'not-listed'] as const;

export type AcceptKeyword = (typeof acceptedAlternatives)[number];
