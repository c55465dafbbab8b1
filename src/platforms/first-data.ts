/** Why the first data of a platform is long in coming, though nothing is wrong. */
export type SlowStart =
  /** It is read at night, while a computer of the company's is on. */
  | 'overnight'
  /** It is read while a computer of the company's is on. */
  | 'whileComputerIsOn'
  /** Something is being installed at the platform first. */
  | 'afterInstalling';

/** By Codat's key of the platform; the pages of docs.codat.io that say so stand beside each. */
export const slowStarts: ReadonlyMap<string, SlowStart> = new Map([
  ['pqsw', 'overnight'], // QuickBooks Desktop: integrations/accounting/quickbooksdesktop/quickbooks-desktop-faq
  ['hbql', 'whileComputerIsOn'], // Sage 50 (UK): integrations/accounting/sage50/installing-the-sage-50-connector
  // Dynamics 365 Business Central: integrations/accounting/dynamics365businesscentral/accounting-dynamics365businesscentral-setup
  ['trji', 'afterInstalling'],
]);
