/** The values of the `accept` attribute: each names something that satisfies `required`. */
export const waysToSatisfyRequired = ['linked', 'shared', 'not-listed'] as const;

export type AcceptKeyword = (typeof waysToSatisfyRequired)[number];
