import {
  siBigcommerce,
  siMyob,
  siQuickbooks,
  siSage,
  siShopify,
  siSquare,
  siStripe,
  siXero,
} from 'simple-icons';
import type { SimulatedPlatform } from './platforms.js';

/** The name, colour and mark of a platform's images. */
export interface Brand {
  readonly name: string;
  /** A CSS hex colour. */
  readonly colour: string;
  /** An SVG path in a box of 24 by 24. Default: the first letter of the name. */
  readonly mark?: string;
}

const icon = (name: string, { hex, path }: { hex: string; path: string }): Brand => ({
  name,
  colour: `#${hex}`,
  mark: path,
});

/**
 * Brands have their mark of simple-icons where that is recognisable at the size of a tile; the others have a letter in
 * a colour close to their own.
 */
const brands: Readonly<Record<string, Brand>> = {
  amazon: { name: 'Amazon Seller Central', colour: '#146eb4' },
  bigcommerce: icon('BigCommerce', siBigcommerce),
  clover: { name: 'Clover', colour: '#228800' },
  dynamics: { name: 'Dynamics 365', colour: '#0b53ce' },
  exact: { name: 'Exact', colour: '#d7141a' },
  freeagent: { name: 'FreeAgent', colour: '#1a6fd4' },
  freshbooks: { name: 'FreshBooks', colour: '#0e6fdc' },
  myob: icon('MYOB', siMyob),
  netsuite: { name: 'NetSuite', colour: '#125580' },
  plaid: { name: 'Plaid', colour: '#111111' },
  quickbooks: icon('QuickBooks', siQuickbooks),
  sage: icon('Sage', siSage),
  shopify: icon('Shopify', siShopify),
  square: icon('Square', siSquare),
  stripe: icon('Stripe', siStripe),
  truelayer: { name: 'TrueLayer', colour: '#3c1d7d' },
  woocommerce: { name: 'WooCommerce', colour: '#7f54b3' },
  xero: icon('Xero', siXero),
  zettle: { name: 'Zettle', colour: '#5b2be0' },
  zoho: { name: 'Zoho Books', colour: '#c8202f' },
};

/** The brand of a platform's images. */
export function brandOf({ brand, name }: SimulatedPlatform): Brand {
  return brands[brand ?? ''] ?? { name, colour: '#4a5568' };
}
