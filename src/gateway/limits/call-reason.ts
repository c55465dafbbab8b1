/**
 * Why a call to Codat is made: a person acts (`act`), a page waits for one connection (`follow`), or a page keeps itself
 * up to date (`refresh`).
 */
export type CallReason = 'act' | 'follow' | 'refresh';

/** By reason: the fraction of a quota that its calls must leave unused, so that people can still connect after many reads. */
export type WithheldFractionByReason = Readonly<Record<CallReason, number>>;

export const withheldFractionByReason: WithheldFractionByReason = { act: 0, follow: 0.05, refresh: 0.1 };
