/**
 * Publish and subscribe between the processes of one gateway, by which they notify each other of changes. Messages are
 * short texts without data. If one is lost, a page shows the change later: it reads everything when it subscribes
 * again.
 */
export interface Bus {
  /** Sends a message to every subscribed process, this one too. Rejects when it could not be sent. */
  publish(message: string): Promise<void>;
  /**
   * Calls `onMessage` with every message published after this resolves, until the function it resolves with is called.
   * Rejects when subscribing fails. Calls `onLost` once if the subscription ends by itself.
   */
  subscribe(onMessage: (message: string) => void, onLost: () => void): Promise<() => void>;
}
