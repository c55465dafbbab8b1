/** What the gateway may allow a person to do with a connection, the most helpful first. */
export const actions = ['reconnect', 'disconnect', 'delete'] as const;

export type Action = (typeof actions)[number];
