/** What the `accept` attribute may name: what satisfies `required`. */
export const acceptableValues = ['linked', 'shared', 'not-listed'] as const;

export type Acceptable = (typeof acceptableValues)[number];
