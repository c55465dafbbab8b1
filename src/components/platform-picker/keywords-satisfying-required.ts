/** The values of the `accept` attribute: each names something that satisfies `required`. */
export const keywordsSatisfyingRequired = ['linked', 'shared', 'not-listed'] as const;

export type AcceptKeyword = (typeof keywordsSatisfyingRequired)[number];
