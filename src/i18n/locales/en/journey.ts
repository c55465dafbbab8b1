import type { Messages } from '../../messages.js';

export const journey: Messages['journey'] = {
  creating: { title: 'Getting ready', advice: 'The sign-in page opens in a moment.' },
  authorizing: (platform, by) => ({
    title: `Finish signing in at ${platform}`,
    advice:
      by === 'tab'
        ? 'You do that in this tab, and come back here afterwards.'
        : `${by === 'host' ? 'The page for it has opened.' : 'A window has opened for it.'} This page moves on by itself when you are done.`,
  }),
  blocked: (platform) => ({
    title: `Continue to ${platform}`,
    advice:
      'Your browser kept the sign-in window closed. Continue in this tab instead; you come back here afterwards.',
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
  unsure: (was, now) =>
    now
      ? `Nobody can tell us here whether that is the same organisation as before. If it isn’t, disconnect it and reconnect.`
      : `We aren’t told which organisation that is${was ? `; before, it was ${was}` : ''}. If you signed in for another one, disconnect it and reconnect.`,
  comparing: (platform, was, now) => ({
    title: `You signed in for ${now}`,
    advice: `Before, ${platform} was connected for ${was}. Carry on with ${now}, or disconnect it and sign in once more.`,
  }),
  carryOn: (organisation) => `Carry on with ${organisation}`,
  onceMore: 'Disconnect and sign in once more',
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
  openHere: 'Open it in this tab instead',
  cancel: 'Cancel',
  inApp:
    'This page is open inside another app. Some platforms don’t let people sign in there, so open it in your own browser.',
  openInBrowser: 'Open in your browser',
  notListed: 'Don’t see yours?',
  otherWays: (lender) => `Ask ${lender || 'the lender'} what you can send instead.`,
  leave: {
    connected: 'Done',
    another: 'Connect another',
    platforms: 'Choose another platform',
    away: 'Close',
  },
};
