/**
 * How the processes of one gateway tell each other that there is something to look at. Messages are short texts,
 * never data; one that is lost costs a page nothing but time, since pages read anew whenever they listen again.
 */
export interface Bus {
  /** Tells every process that listens, this one too. Rejects when that could not be done. */
  publish(message: string): Promise<void>;
  /**
   * Calls `hear` with whatever is published from the moment this resolves. Rejects when nothing can be heard.
   * `lost` is called once if listening ends by itself; the function it resolves with ends it.
   */
  subscribe(hear: (message: string) => void, lost: () => void): Promise<() => void>;
}
