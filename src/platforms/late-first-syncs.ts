/** Why the first sync of a platform starts late, though nothing is wrong. */
export type LateFirstSyncReason =
  /** It syncs at night, while a computer of the company is on. */
  | 'overnight'
  /** It syncs while a computer of the company is on. */
  | 'whileComputerIsOn'
  /** It syncs once Codat's extension is installed at the platform. */
  | 'afterInstalling';

/** By Codat's platform key; beside each is its source, a page of docs.codat.io. */
export const lateFirstSyncReasonByPlatformKey: ReadonlyMap<string, LateFirstSyncReason> = new Map([
  ['pqsw', 'overnight'], // QuickBooks Desktop: integrations/accounting/quickbooksdesktop/quickbooks-desktop-faq
  ['hbql', 'whileComputerIsOn'], // Sage 50 (UK): integrations/accounting/sage50/installing-the-sage-50-connector
  // Dynamics 365 Business Central: integrations/accounting/dynamics365businesscentral/accounting-dynamics365businesscentral-setup
  ['trji', 'afterInstalling'],
]);
