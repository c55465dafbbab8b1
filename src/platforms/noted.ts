/** The platforms that `notes.ts` has something to say of: known before the notes themselves are loaded. */
export const noted: ReadonlySet<string> = new Set([
  'pqsw', // QuickBooks Desktop
  'hbql', // Sage 50 (UK)
  'akxx', // Oracle NetSuite
  'knfz', // Sage Intacct
  'trji', // Dynamics 365 Business Central
  'jcrp', // Sage 200 Standard
  'qhyg', // QuickBooks Online
  'vxvy', // FreshBooks
  'pdvj', // MYOB Business
  'suuo', // Plaid
  'fztf', // Shopify
  'vqzp', // BigCommerce
  'ltpp', // WooCommerce
  'qkdj', // Amazon Seller Central
]);
