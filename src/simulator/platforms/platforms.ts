/** The type of a platform (Codat's OpenAPI, `Integration.sourceType`). */
export type SourceType = 'Accounting' | 'Banking' | 'BankFeed' | 'Commerce' | 'Expense' | 'Other' | 'Unknown';

/** A platform of the simulated Codat. */
export interface SimulatedPlatform {
  /** Codat's key, four lower-case letters for nearly every platform. */
  readonly key: string;
  readonly name: string;
  readonly sourceType: SourceType;
  /** Whether the lender has enabled it. Default true. */
  readonly enabled?: boolean;
  /** Whether its data is read by a program on the business's own computer, for which a sync waits. Default false. */
  readonly offline?: boolean;
  /** Whether it is for tests, without real businesses. Default false. */
  readonly sandbox?: boolean;
  /** Default: a stable id made from the key, as for `integrationId`. */
  readonly sourceId?: string;
  readonly integrationId?: string;
  /** The id in the paths of its logos, the same for all products of a brand. Default: `sourceId` in capitals. */
  readonly logoGuid?: string;
  /** The name of an entry in `brands`, for its images. Default: a drawing of its source type. */
  readonly brand?: string;
  /** The response to a request for its branding: its images (default), an empty object, or a 404. */
  readonly branding?: 'images' | 'empty' | 'missing';
  /** Whether the image behind `logoUrl` exists. Default true. */
  readonly hasLogo?: boolean;
}

const microsoft = '6B579544-0E46-4F02-B343-578CE5C3C6CC';
const exact = 'B0FF8466-1421-415B-A551-1DC3B73006F4';
const intuit = '19EEFA32-58A8-4097-B95A-EF150BF24FA0';
const sage = '177D08A5-97F1-4442-80D7-D62E400A28DB';

const accounting: readonly SimulatedPlatform[] = (
  [
    { key: 'trji', name: 'Dynamics 365 Business Central', logoGuid: microsoft, brand: 'dynamics' },
    // Both are offered for Codat's Spend Insights only, so a lender's list has them switched off.
    {
      key: 'rqwd',
      name: 'Dynamics 365 Finance & Operations',
      logoGuid: microsoft,
      brand: 'dynamics',
      enabled: false,
    },
    { key: 'rvam', name: 'Workday', logoGuid: '285ABF36-49C5-437B-B210-23270FA87F55', enabled: false },
    { key: 'qudb', name: 'Exact (Netherlands)', logoGuid: exact, brand: 'exact' },
    { key: 'pbbf', name: 'Exact (UK)', logoGuid: exact, brand: 'exact' },
    { key: 'fbrh', name: 'FreeAgent', logoGuid: '3DA57C23-A4FA-4BC8-8C02-A7A686ED8B36', brand: 'freeagent' },
    {
      key: 'vxvy',
      name: 'FreshBooks',
      logoGuid: 'C08D614F-CBA9-4D30-ADF8-DCCE4F6AE25D',
      brand: 'freshbooks',
    },
    { key: 'pdvj', name: 'MYOB Business', logoGuid: '00812DF4-8A0F-4F06-9566-16E5CA1346AE', brand: 'myob' },
    {
      key: 'akxx',
      name: 'Oracle NetSuite',
      sourceId: '9815b998-024d-4415-a40b-89903b2cad6f',
      integrationId: 'cc750323-5a47-4f28-8d8e-30fbbf2ce137',
      logoGuid: '9815B998-024D-4415-A40B-89903B2CAD6F',
      brand: 'netsuite',
    },
    { key: 'pqsw', name: 'QuickBooks Desktop', offline: true, logoGuid: intuit, brand: 'quickbooks' },
    {
      key: 'qhyg',
      name: 'QuickBooks Online',
      integrationId: 'adeb7fe9-4c64-4848-9e0d-175317876b6f',
      logoGuid: intuit,
      brand: 'quickbooks',
    },
    { key: 'ndsk', name: 'QuickBooks Online Sandbox', sandbox: true, brand: 'quickbooks' },
    { key: 'jcrp', name: 'Sage 200 Standard', logoGuid: sage, brand: 'sage' },
    {
      key: 'hbql',
      name: 'Sage 50 (UK)',
      offline: true,
      sourceId: '58e1d32f-a092-438a-bffb-3bf6af9ba8ec',
      integrationId: '18cb53c4-3807-4a5a-8da9-303053a40002',
      logoGuid: sage,
      brand: 'sage',
    },
    { key: 'tgff', name: 'Sage Accounting', logoGuid: sage, brand: 'sage' },
    { key: 'knfz', name: 'Sage Intacct', logoGuid: sage, brand: 'sage' },
    { key: 'mqjo', name: 'Sandbox', sandbox: true, branding: 'empty' },
    { key: 'pbtz', name: 'Wave', logoGuid: 'A28BD05E-21F0-4CD8-A907-1E0464CF8EC5', hasLogo: false },
    {
      key: 'gbol',
      name: 'Xero',
      sourceId: '8a156a5a-39cb-4f9d-856e-76ef9b9a9607',
      integrationId: '0f20c943-12d0-4800-9f6c-d218f62d494c',
      logoGuid: '8A156A5A-39CB-4F9D-856E-76EF9B9A9607',
      brand: 'xero',
    },
    { key: 'rwuv', name: 'Zoho Books', logoGuid: '42C00468-A250-4355-9723-42E2DF730D77', brand: 'zoho' },
  ] as const
).map((platform) => ({ ...platform, sourceType: 'Accounting' }));

const banking: readonly SimulatedPlatform[] = (
  [
    {
      key: 'suuo',
      name: 'Plaid',
      sourceId: '46ee0089-dc88-405a-9667-9fb3d9976f19',
      integrationId: '580146ed-7556-4f92-8bf9-7344667763ec',
      logoGuid: '46EE0089-DC88-405A-9667-9FB3D9976F19',
      brand: 'plaid',
    },
    { key: 'upvr', name: 'TrueLayer', brand: 'truelayer', branding: 'missing' },
    { key: 'qhnd', name: 'Banking Sandbox', sandbox: true },
    { key: 'zpqy', name: 'Bank statement upload' },
  ] as const
).map((platform) => ({ ...platform, sourceType: 'Banking' }));

const commerce: readonly SimulatedPlatform[] = (
  [
    {
      key: 'qkdj',
      name: 'Amazon Seller Central',
      logoGuid: '53E2D8F7-CF70-4AFC-B1F2-CFBE093993F4',
      brand: 'amazon',
    },
    {
      key: 'vqzp',
      name: 'BigCommerce',
      logoGuid: 'DD243090-2039-42FC-8A37-8877988909FF',
      brand: 'bigcommerce',
    },
    { key: 'fqly', name: 'Clover', logoGuid: '83A4EF46-A57D-4D2A-ACE7-39FE279F43F8', brand: 'clover' },
    { key: 'aiwb', name: 'Commerce Sandbox', sandbox: true },
    { key: 'lqai', name: 'Partner Commerce' },
    { key: 'fztf', name: 'Shopify', logoGuid: '853B004F-3A02-4A73-A13F-3EDED3D2F361', brand: 'shopify' },
    { key: 'zsth', name: 'Square', logoGuid: '8200A401-B700-4800-83EE-F9164EEAFBE8', brand: 'square' },
    { key: 'xcwv', name: 'Square Sandbox', sandbox: true, brand: 'square' },
    {
      key: 'exgd',
      name: 'Stripe',
      sourceId: '9a96f326-226a-4e0f-923a-6758fdba40cc',
      integrationId: '43b64770-a953-46d6-ab30-46c21094a276',
      logoGuid: '9A96F326-226A-4E0F-923A-6758FDBA40CC',
      brand: 'stripe',
    },
    { key: 'yzth', name: 'Stripe Test', sandbox: true, brand: 'stripe' },
    {
      key: 'ltpp',
      name: 'WooCommerce',
      sourceId: '1feb821a-cb05-4375-9b53-cd6367e9fb60',
      integrationId: '8cbe957a-8337-463b-9353-2186c372e083',
      logoGuid: '1FEB821A-CB05-4375-9B53-CD6367E9FB60',
      brand: 'woocommerce',
    },
    { key: 'ugxp', name: 'Zettle', logoGuid: 'CE91071B-51BF-4A9E-91A2-4D2ECA672A56', brand: 'zettle' },
  ] as const
).map((platform) => ({ ...platform, sourceType: 'Commerce' }));

const bankFeeds: readonly SimulatedPlatform[] = (
  [
    {
      key: 'hcws',
      name: 'QuickBooks Online Bank Feeds',
      sourceId: '56e6575a-3f1f-4918-b009-f7535555f0d6',
      integrationId: '6b113e06-e818-45d7-977b-8e6bb3d01269',
      brand: 'quickbooks',
    },
    {
      key: 'olpr',
      name: 'Sage Bank Feeds',
      sourceId: '98432954-a4fa-4640-a685-3af56909002a',
      integrationId: '2ce41026-589a-4330-8bfc-a30672253cd9',
      brand: 'sage',
    },
  ] as const
).map((platform) => ({ ...platform, sourceType: 'BankFeed' }));

/**
 * The platforms Codat offers today, by its pages `integrations/accounting|banking|commerce/overview` and
 * `bank-feeds`. A few are incomplete on purpose, as the real ones are: Wave's logo is missing, TrueLayer has no
 * branding, the Sandbox has an empty one, and Workday and Dynamics 365 Finance & Operations are switched off.
 */
export const platforms: readonly SimulatedPlatform[] = [...accounting, ...banking, ...commerce, ...bankFeeds];

/**
 * A bank as TrueLayer lists it. It is not among `platforms` because its key, which Codat's pages show, breaks the
 * pattern `[a-z]{4}` of Codat's own OpenAPI; add it to test how a client handles such a key.
 */
export const trueLayerDemoBank: SimulatedPlatform = {
  key: 'demobank_truelayer',
  name: 'Demo Bank (TrueLayer)',
  sourceType: 'Banking',
  sandbox: true,
  brand: 'truelayer',
};

/** A platform's ids. Where Codat publishes none, they are computed from the key, so that they are stable. */
export function idsOfPlatform(platform: SimulatedPlatform): {
  sourceId: string;
  integrationId: string;
  logoGuid: string;
} {
  const {
    key,
    sourceId = stableId(`source ${key}`),
    integrationId = stableId(`integration ${key}`),
  } = platform;
  return { sourceId, integrationId, logoGuid: platform.logoGuid ?? sourceId.toUpperCase() };
}

/** A UUID of version 8, whose content RFC 9562 leaves to the application: four FNV-1a hashes. */
function stableId(seed: string): string {
  const digits = [0, 1, 2, 3].map((salt) => hash(`${salt} ${seed}`).toString(16).padStart(8, '0')).join('');
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5');
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ character.charCodeAt(0), 0x01000193);
  return value >>> 0;
}
