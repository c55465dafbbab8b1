/** The actions on a connection that the gateway may allow, in the order in which a menu shows them. */
export const connectionActions = ['reconnect', 'disconnect', 'delete'] as const;

export type ConnectionAction = (typeof connectionActions)[number];
