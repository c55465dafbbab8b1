import type { Connection } from '../api/schemas/connection.js';
import type { ShareLink } from '../api/schemas/share-link.js';
import type { ConsentText, ConsentReceipt } from '../contract/consent.js';

/** The requests and waits of a journey. */
export interface FlowServices {
  /** The terms that the host asks a person to agree to; undefined if it has none. */
  fetchConsentText(signal: AbortSignal): Promise<ConsentText | undefined>;
  /** Records that the person agreed. */
  recordConsent(consent: ConsentText, platformKey: string, signal: AbortSignal): Promise<ConsentReceipt>;
  connect(platformKey: string, signal: AbortSignal, receipt?: string): Promise<Connection>;
  /** Creates a link for the person who has the log-in. */
  createShareLink(platformKey: string, signal: AbortSignal, receipt?: string): Promise<ShareLink>;
  /** The current state of the link; undefined if it can't be fetched. */
  fetchShareLink(shareId: string, signal: AbortSignal): Promise<ShareLink | undefined>;
  fetchConnection(connectionId: string, signal: AbortSignal): Promise<Connection>;
  unlink(connectionId: string): Promise<Connection>;
  /** Resolves with the next reason to check a connection or a link: `returned` if the person came back from this attempt. */
  waitForReasonToRefetchConnection(
    id: string,
    timeoutMs: number,
    signal: AbortSignal,
    attemptId?: string,
  ): Promise<string>;
}
