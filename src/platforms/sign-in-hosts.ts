/**
 * The host of the page on which a person types their password at a platform, by Codat's platform key. Platforms without
 * one host for everyone are missing; beside each is its source.
 */
export const signInHostByPlatformKey: ReadonlyMap<string, string> = new Map([
  ['gbol', 'login.xero.com'], // Xero: developer.xero.com/documentation/guides/oauth2/auth-flow
  ['qhyg', 'accounts.intuit.com'], // QuickBooks Online: accounts.intuit.com/app/sign-in, where qbo.intuit.com leads
  ['vxvy', 'auth.freshbooks.com'], // FreshBooks: freshbooks.com/api/authentication
]);
