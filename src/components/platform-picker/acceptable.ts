/** What the `accept` attribute may name: what satisfies `required`. */
export const acceptable = ['linked', 'shared', 'not-listed'] as const;

export type Acceptable = (typeof acceptable)[number];
