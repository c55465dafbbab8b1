/**
 * Platforms for trying things out. Codat lists them as enabled like any other, and no documented field tells
 * them apart, so they are known by key (docs.codat.io, integrations overview; «Sandbox» entries).
 */
export const sandboxes: ReadonlySet<string> = new Set([
  'mqjo', // Sandbox
  'ndsk', // QuickBooks Online Sandbox
  'qhnd', // Banking Sandbox
  'syin', // Demo Bank
  'demobank_truelayer', // Demo Bank (TrueLayer)
  'aiwb', // Commerce Sandbox
  'xcwv', // Square Sandbox
  'yzth', // Stripe Test
  'lrhd', // Lightspeed K Sandbox
]);

/** Platforms that a client feeds by itself; nobody signs in to them (docs.codat.io, lending file upload and Sync for Commerce). */
export const notForPeople: ReadonlySet<string> = new Set([
  'zpqy', // Bank statement upload
  'lqai', // Partner Commerce
]);
