/**
 * Test platforms. Codat lists them as enabled like any other and has no documented field for them, so we list their
 * keys (docs.codat.io, integrations overview; its “Sandbox” entries).
 */
export const sandboxPlatformKeys: ReadonlySet<string> = new Set([
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

/** Platforms that a client pushes data to, with no sign-in (docs.codat.io, lending file upload and Sync for Commerce). */
export const platformKeysWithoutSignIn: ReadonlySet<string> = new Set([
  'zpqy', // Bank statement upload
  'lqai', // Partner Commerce
]);
