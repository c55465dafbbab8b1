/** For events that notify: they bubble through shadow roots, so that the host can listen anywhere. */
export const notificationEventInit = { bubbles: true, composed: true };

/** For events that the host can cancel. */
export const cancelableEventInit = { ...notificationEventInit, cancelable: true };
