/** The keys in `notes.ts`, known before the notes load. A test keeps the two equal. */
export const platformsWithNotes: ReadonlySet<string> = new Set([
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
