/** The platforms Codat names as most used in the United States, the United Kingdom and Australia, most used first. */
export const mostUsedPlatformKeys: readonly string[] = [
  'gbol', // Xero
  'qhyg', // QuickBooks Online
  'tgff', // Sage Accounting
  'fbrh', // FreeAgent
];
