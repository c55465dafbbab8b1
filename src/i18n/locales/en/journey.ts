import type { Messages } from '../../messages.js';

export const journey: Messages['journey'] = {
  creating: { title: 'Getting ready', advice: 'A window for signing in opens in a moment.' },
  authorizing: (platform) => ({
    title: `Finish signing in at ${platform}`,
    advice: 'A window has opened for it. This page moves on by itself when you are done.',
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
  copied: 'Copied',
  notCopied: 'Your browser doesn’t copy it. Select it and copy it yourself.',
  leave: { connected: 'Done', platforms: 'Choose another platform', away: 'Close' },
};
