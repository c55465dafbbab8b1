/** A requirement for connecting a platform: something that the person must have, be or know. The messages are in `src/i18n`. */
export type Need =
  | 'administrator'
  | 'companyAdministrator'
  | 'adminApproval'
  | 'staffPermissions'
  | 'windowsComputer'
  | 'windowsAdministrator'
  | 'ownComputer'
  | 'installer'
  | 'orHosted'
  | 'licenceKey'
  | 'companyOpen'
  | 'fileUser'
  | 'accountRightFileUser'
  | 'onlineFile'
  | 'bundle'
  | 'extension'
  | 'subsidiary'
  | 'webServices'
  | 'webServicesUser'
  | 'entityAccess'
  | 'storeAddress'
  | 'storeName'
  | 'ownApp'
  | 'apiAccount'
  | 'onePerRegion'
  | 'bank'
  | 'every90Days'
  | 'noTrial'
  | 'notSelfEmployed'
  | 'notClassic'
  | 'standardOnline';

/** The devices that can connect a platform: any, preferably a computer, or only the Windows computer that runs it. */
export type DeviceRequirement = 'any' | 'computer-advised' | 'windows-only';

/** Where a person enters a password or key: at the platform, on Codat's page, or in the connector they install. */
export type PasswordPlace = 'platform' | 'codat' | 'connector';

/** When the first data arrives, if not at once: at night, or while a computer of the company is on. */
export type FirstDataDelayReason = 'overnight' | 'whileComputerIsOn';

/** The information about a platform that a person needs before sign-in. */
export interface PlatformNote {
  readonly device: DeviceRequirement;
  readonly needs: readonly Need[];
  readonly password: PasswordPlace;
  /** How many minutes the steps at the platform take, if Codat says so. */
  readonly minutes?: { readonly from: number; readonly to: number };
  readonly firstData?: FirstDataDelayReason;
  /** The source: pages under https://docs.codat.io/. */
  readonly sources: readonly string[];
}

const accounting = 'integrations/accounting';
const commerce = 'integrations/commerce';
/** The source for `device`. For shops we conclude it from their setup, which has many steps and values to copy. */
const devices = 'auth-flow/overview';

/** The notes by Codat's platform key. A platform without one needs only its sign-in. */
export const noteByPlatformKey: ReadonlyMap<string, PlatformNote> = new Map<string, PlatformNote>([
  [
    'pqsw', // QuickBooks Desktop
    {
      device: 'windows-only',
      needs: ['windowsComputer', 'windowsAdministrator', 'companyOpen', 'installer', 'orHosted'],
      password: 'platform',
      firstData: 'overnight',
      sources: [
        `${accounting}/quickbooksdesktop/installing-the-quickbooks-connector`,
        `${accounting}/quickbooksdesktop/quickbooks-desktop-faq`,
        devices,
      ],
    },
  ],
  [
    'hbql', // Sage 50 (UK)
    {
      device: 'windows-only',
      needs: [
        'windowsComputer',
        'ownComputer',
        'windowsAdministrator',
        'installer',
        'licenceKey',
        'fileUser',
      ],
      password: 'connector',
      firstData: 'whileComputerIsOn',
      sources: [
        `${accounting}/sage50/installing-the-sage-50-connector`,
        `${accounting}/sage50/sage-50-requirements`,
        devices,
      ],
    },
  ],
  [
    'akxx', // Oracle NetSuite
    {
      device: 'computer-advised',
      needs: ['administrator', 'bundle', 'subsidiary'],
      password: 'platform',
      sources: [`${accounting}/netsuite/company-linking-journey`, devices],
    },
  ],
  [
    'knfz', // Sage Intacct
    {
      device: 'computer-advised',
      needs: ['administrator', 'entityAccess', 'webServices', 'webServicesUser', 'noTrial'],
      password: 'codat',
      sources: [`${accounting}/sage-intacct/accounting-sage-intacct-setup`, devices],
    },
  ],
  [
    'trji', // Dynamics 365 Business Central
    {
      device: 'computer-advised',
      needs: ['adminApproval', 'extension'],
      password: 'platform',
      minutes: { from: 10, to: 20 },
      sources: [
        `${accounting}/dynamics365businesscentral/accounting-dynamics365businesscentral-setup`,
        `${accounting}/dynamics365businesscentral/test-your-dynamics-365-business-central-integration`,
        devices,
      ],
    },
  ],
  [
    'jcrp', // Sage 200 Standard
    {
      device: 'computer-advised',
      needs: ['standardOnline', 'noTrial'],
      password: 'platform',
      sources: [`${accounting}/sage200/accounting-sage200-setup`, devices],
    },
  ],
  [
    'qhyg', // QuickBooks Online
    {
      device: 'any',
      needs: ['companyAdministrator', 'notSelfEmployed'],
      password: 'platform',
      sources: [`${accounting}/quickbooksonline/faq-quickbooks-online`],
    },
  ],
  [
    'vxvy', // FreshBooks
    {
      device: 'any',
      needs: ['notClassic'],
      password: 'platform',
      sources: [`${accounting}/freshbooks/accounting-freshbooks`],
    },
  ],
  [
    'pdvj', // MYOB Business
    {
      device: 'any',
      needs: ['onlineFile', 'accountRightFileUser'],
      password: 'platform',
      sources: [`${accounting}/myob/accounting-myob-setup`, `${accounting}/myob/faq-myob-accountright-live`],
    },
  ],
  [
    'suuo', // Plaid
    {
      device: 'any',
      needs: ['bank', 'every90Days'],
      password: 'platform',
      sources: ['integrations/banking/plaid/reauthorize-url-links'],
    },
  ],
  [
    'fztf', // Shopify
    {
      device: 'computer-advised',
      needs: ['staffPermissions', 'ownApp', 'storeName'],
      password: 'codat',
      sources: [`${commerce}/shopify/commerce-shopify-custom-apps`],
    },
  ],
  [
    'vqzp', // BigCommerce
    {
      device: 'computer-advised',
      needs: ['apiAccount'],
      password: 'codat',
      sources: [`${commerce}/bigcommerce/commerce-bigcommerce-setup`],
    },
  ],
  [
    'ltpp', // WooCommerce
    {
      device: 'any',
      needs: ['storeAddress'],
      password: 'platform',
      sources: [`${commerce}/woocommerce/test-woocommerce`],
    },
  ],
  [
    'qkdj', // Amazon Seller Central
    {
      device: 'any',
      needs: ['onePerRegion'],
      password: 'platform',
      sources: [`${commerce}/amazon-seller-central/commerce-amazon-seller-central`],
    },
  ],
]);
