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
import { glyphPathByName, type GlyphName } from './glyphs.js';
import type { SimulatedPlatform, SourceType } from './platforms.js';

/** The name, colour and mark of a platform's images. */
export interface Brand {
  readonly name: string;
  /** A CSS hex colour. */
  readonly colour: string;
  /** An SVG path in a box of 24 by 24. */
  readonly mark: string;
  /** Whether the mark is white on a square of the colour, instead of in the colour. */
  readonly onSquare: boolean;
}

const icon = (name: string, { hex, path }: { hex: string; path: string }): Brand => ({
  name,
  colour: `#${hex}`,
  mark: path,
  onSquare: false,
});

const drawn = (name: string, colour: string, glyph: GlyphName): Brand => ({
  name,
  colour,
  mark: glyphPathByName[glyph],
  onSquare: true,
});

/**
 * A brand has its mark of simple-icons if there is one that is recognisable at the size of a tile; otherwise it has a
 * drawing of its purpose in a similar colour.
 */
const brands: Readonly<Record<string, Brand>> = {
  amazon: drawn('Amazon Seller Central', '#146eb4', 'parcel'),
  bigcommerce: icon('BigCommerce', siBigcommerce),
  clover: drawn('Clover', '#228800', 'terminal'),
  dynamics: drawn('Dynamics 365', '#0b53ce', 'chart'),
  exact: drawn('Exact', '#d7141a', 'clipboard'),
  freeagent: drawn('FreeAgent', '#1a6fd4', 'invoice'),
  freshbooks: drawn('FreshBooks', '#0e6fdc', 'book'),
  myob: icon('MYOB', siMyob),
  netsuite: drawn('NetSuite', '#125580', 'blocks'),
  plaid: drawn('Plaid', '#111111', 'bank'),
  quickbooks: icon('QuickBooks', siQuickbooks),
  sage: icon('Sage', siSage),
  shopify: icon('Shopify', siShopify),
  square: icon('Square', siSquare),
  stripe: icon('Stripe', siStripe),
  truelayer: drawn('TrueLayer', '#3c1d7d', 'coins'),
  woocommerce: drawn('WooCommerce', '#7f54b3', 'shop'),
  xero: icon('Xero', siXero),
  zettle: drawn('Zettle', '#5b2be0', 'card'),
  zoho: drawn('Zoho Books', '#c8202f', 'books'),
};

/** The drawing for a platform without a brand. */
const glyphBySourceType: Readonly<Record<SourceType, GlyphName>> = {
  Accounting: 'ledger',
  Banking: 'upload',
  BankFeed: 'bank',
  Commerce: 'shop',
  Expense: 'card',
  Other: 'blocks',
  Unknown: 'blocks',
};

/** The brand of a platform's images. */
export function brandOf({ brand, name, sourceType }: SimulatedPlatform): Brand {
  return brands[brand ?? ''] ?? drawn(name, '#4a5568', glyphBySourceType[sourceType]);
}
