/** An event that tells: the host hears it wherever it listens. */
export const told = { bubbles: true, composed: true };

/** An event that asks: the host may say no. */
export const asked = { ...told, cancelable: true };
