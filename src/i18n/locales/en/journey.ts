import type { Messages } from '../../messages.js';
import { joinList } from './common.js';
import { lenderNameOrDefault } from './lender-name-or-default.js';

/** `banking-accountBalances` → “account balances”. */
const inWords = (dataType: string): string =>
  dataType
    .slice(dataType.indexOf('-') + 1)
    .replace(/[A-Z]/g, ' $&')
    .toLowerCase();

export const journey: Messages['journey'] = {
  creating: { title: 'Getting ready', advice: 'The sign-in page opens in a moment.' },
  authorizing: (platform, openedIn) => ({
    title: `Finish signing in at ${platform}`,
    advice:
      openedIn === 'tab'
        ? 'You do that in this tab, and come back here afterwards.'
        : `${openedIn === 'host' ? 'The page for it has opened.' : 'A window has opened for it.'} This page moves on by itself when you are done.`,
  }),
  blocked: (platform) => ({
    title: `Continue to ${platform}`,
    advice:
      'Your browser blocked the sign-in window. Continue in this tab instead; you come back here afterwards.',
  }),
  continueTo: (platform) => `Continue to ${platform}`,
  confirming: (platform) => ({ title: `Checking with ${platform}`, advice: 'This takes a few seconds.' }),
  connected: (platform, organisation) => ({
    title: organisation ? `${organisation} is connected` : `${platform} is connected`,
    advice: organisation
      ? `Through ${platform}. You can disconnect at any time.`
      : 'You can disconnect at any time.',
  }),
  sameAsBefore: (organisation) =>
    organisation ? `Sign in for ${organisation}, as before.` : 'Sign in for the same organisation as before.',
  unsure: (previous, current) =>
    current
      ? `We can’t check that this is the same organisation as before. If it isn’t, disconnect it and reconnect.`
      : `We aren’t told which organisation that is${previous ? `; before, it was ${previous}` : ''}. If you signed in for another one, disconnect it and reconnect.`,
  comparing: (platform, previous, current) => ({
    title: `You signed in for ${current}`,
    advice: `Before, ${platform} was connected for ${previous}. Carry on with ${current}, or disconnect it and sign in once more.`,
  }),
  carryOn: (organisation) => `Carry on with ${organisation}`,
  onceMore: 'Disconnect and sign in once more',
  intro: (lender) =>
    `You sign in with the platform you use, and come back to ${lender || 'this page'}. You can disconnect at any time.`,
  reads: (lender, types, readsOnly) =>
    `${lenderNameOrDefault(lender)} reads your ${joinList(types.map(inWords))}.${readsOnly ? ' It writes nothing.' : ''} You can disconnect at any time.`,
  unsupported: (platform, lender) => ({
    title: `${platform} can’t be connected to ${lender || 'this lender'}`,
    advice: `Choose another platform, or contact ${lender || 'support'}.`,
  }),
  failedAtPlatform: (platform) => ({
    title: `${platform} reported a problem`,
    advice: 'Nothing was connected. Try again, or choose another platform.',
  }),
  abandoned: {
    declined: (platform) => ({
      title: `${platform} isn’t connected`,
      advice: 'You cancelled at the sign-in page. Nothing was shared.',
    }),
    returned: (platform) => ({
      title: `${platform} isn’t connected yet`,
      advice: 'You came back before it was finished. Start again when you are ready.',
    }),
    cancelled: (platform) => ({
      title: `${platform} isn’t connected`,
      advice: 'You stopped before it was finished. You can pick it up again at any time.',
    }),
    expired: (platform) => ({
      title: `${platform} isn’t connected yet`,
      advice:
        'Signing in took longer than half an hour, so we stopped waiting. Start again when you are ready.',
    }),
  },
  startAgain: 'Start again',
  showWindow: 'Show the window',
  openAgain: 'Open a new sign-in window',
  signInHost: (host) => `Its sign-in page is at ${host}.`,
  pasteLink: 'Copy the link, open Safari or Chrome, and paste it there.',
  openHere: 'Open it in this tab instead',
  cancel: 'Cancel',
  inApp:
    'This page is open inside another app. Some platforms don’t let people sign in there, so open it in your own browser.',
  openInBrowser: 'Open in your browser',
  notListed: 'Don’t see yours?',
  otherWays: (lender) => `Ask ${lender || 'the lender'} what you can send instead.`,
  status: 'Connected',
  leave: {
    connected: 'Done',
    change: 'Change',
    another: 'Connect another',
    platforms: 'Choose another platform',
    away: 'Close',
  },
};
