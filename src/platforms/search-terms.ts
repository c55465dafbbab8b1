/** Other search terms of a platform: names people use, and web addresses they sign in at. */
interface PlatformSearchTerms {
  readonly names?: readonly string[];
  /** Hosts without `www.`, best known first; subdomains match too. */
  readonly addresses?: readonly string[];
}

/** Other names and addresses by Codat's platform key: former names, short forms, makers and editions. */
export const searchTermsByPlatformKey: ReadonlyMap<string, PlatformSearchTerms> = new Map<
  string,
  PlatformSearchTerms
>([
  [
    'gbol', // Xero
    { names: ['Zero', 'Xero Accounting Software'], addresses: ['xero.com'] },
  ],
  [
    'qhyg', // QuickBooks Online
    {
      names: ['QBO', 'QB Online', 'Intuit QuickBooks'],
      addresses: ['quickbooks.intuit.com', 'qbo.intuit.com', 'quickbooks.com', 'intuit.com'],
    },
  ],
  [
    'pqsw', // QuickBooks Desktop
    {
      names: [
        'QBD',
        'QB Desktop',
        'Intuit QuickBooks',
        'QuickBooks Pro',
        'QuickBooks Premier',
        'QuickBooks Enterprise',
        'Rightworks',
        'Right Networks',
      ],
      addresses: ['rightworks.com'],
    },
  ],
  [
    'ndsk', // QuickBooks Online Sandbox
    { names: ['QBO Sandbox'] },
  ],
  [
    'tgff', // Sage Accounting
    {
      names: ['Sage One', 'Sage Business Cloud Accounting'],
      addresses: ['accounting.sage.com', 'sageone.com'],
    },
  ],
  [
    'hbql', // Sage 50 (UK)
    { names: ['Sage Line 50', 'Sage 50 Cloud', 'Sage 50c', 'Sage 50 Accounts', 'Sage 50 UK and Ireland'] },
  ],
  [
    'jcrp', // Sage 200 Standard
    { names: ['Sage 200 Cloud', 'Sage 200 Online'] },
  ],
  [
    'knfz', // Sage Intacct
    { names: ['Intacct'], addresses: ['intacct.com'] },
  ],
  [
    'trji', // Dynamics 365 Business Central
    {
      names: ['BC', 'D365 BC', 'Microsoft Dynamics 365 Business Central', 'MS Dynamics', 'Navision', 'NAV'],
      addresses: ['businesscentral.dynamics.com'],
    },
  ],
  [
    'rqwd', // Dynamics 365 Finance & Operations
    { names: ['F&O', 'D365 F&O', 'Microsoft Dynamics 365 Finance', 'MS Dynamics', 'Dynamics AX', 'Axapta'] },
  ],
  [
    'rvam', // Workday
    { addresses: ['workday.com'] },
  ],
  [
    'akxx', // Oracle NetSuite
    { addresses: ['netsuite.com'] },
  ],
  [
    'pdvj', // MYOB Business
    {
      names: ['AccountRight', 'MYOB AccountRight', 'MYOB Essentials'],
      addresses: ['myob.com'],
    },
  ],
  [
    'qudb', // Exact (Netherlands)
    {
      names: ['Exact Online', 'Exact NL'],
      addresses: ['exactonline.nl', 'exact.com'],
    },
  ],
  [
    'pbbf', // Exact (UK)
    { names: ['Exact Online'], addresses: ['exactonline.co.uk', 'exact.com'] },
  ],
  [
    'fbrh', // FreeAgent
    { addresses: ['freeagent.com'] },
  ],
  [
    'vxvy', // FreshBooks
    { addresses: ['freshbooks.com'] },
  ],
  [
    'pbtz', // Wave
    { names: ['Wave Accounting', 'Wave Apps'], addresses: ['waveapps.com'] },
  ],
  [
    'rwuv', // Zoho Books
    { addresses: ['books.zoho.com', 'zoho.com'] },
  ],
  [
    'suuo', // Plaid
    { addresses: ['plaid.com'] },
  ],
  [
    'upvr', // TrueLayer
    { addresses: ['truelayer.com'] },
  ],
  [
    'qkdj', // Amazon Seller Central
    { names: ['Amazon Marketplace', 'Amazon FBA'], addresses: ['sellercentral.amazon.com'] },
  ],
  [
    'vqzp', // BigCommerce
    { addresses: ['bigcommerce.com', 'mybigcommerce.com'] },
  ],
  [
    'fqly', // Clover
    { addresses: ['clover.com'] },
  ],
  [
    'fztf', // Shopify
    { addresses: ['shopify.com', 'myshopify.com'] },
  ],
  [
    'zsth', // Square
    { names: ['Squareup', 'Square POS'], addresses: ['squareup.com'] },
  ],
  [
    'exgd', // Stripe
    { addresses: ['stripe.com'] },
  ],
  [
    'ltpp', // WooCommerce
    { names: ['WordPress shop'], addresses: ['woocommerce.com'] },
  ],
  [
    'ugxp', // Zettle
    { names: ['iZettle', 'PayPal Zettle'], addresses: ['zettle.com', 'izettle.com'] },
  ],
]);
