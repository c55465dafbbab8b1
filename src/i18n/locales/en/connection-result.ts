import type { Messages } from '../../messages.js';
import { lenderNameOrDefault } from './lender-name-or-default.js';

export const connectionResult: Messages['connectionResult'] = {
  checking: 'Checking your connection',
  connected: (platform, lender) => ({
    title: `${platform} is connected`,
    advice: `${lenderNameOrDefault(lender)} can read your data now. You can disconnect at any time.`,
  }),
  declined: (platform) => ({
    title: `${platform} isn’t connected`,
    advice: 'You cancelled at the sign-in page. Nothing was shared.',
  }),
  unsupported: (platform) => ({
    title: `${platform} can’t be connected here`,
    advice: 'Go back to choose another platform.',
  }),
  failed: (platform) => ({
    title: `${platform} isn’t connected`,
    advice: `${platform} reported a problem. Go back to try again.`,
  }),
  unfinished: (platform) => ({
    title: `${platform} isn’t connected yet`,
    advice: 'Go back to finish when you are ready.',
  }),
  shared: {
    connected: (platform) => ({
      title: `${platform} is connected`,
      advice: 'You can close this window. Whoever sent you the link can see that you are done.',
    }),
    declined: (platform) => ({
      title: `${platform} isn’t connected`,
      advice: 'You cancelled at the sign-in page, and nothing was shared. Your link still works.',
    }),
    unsupported: (platform, lender) => ({
      title: `${platform} can’t be connected here`,
      advice: `${lenderNameOrDefault(lender)} can’t take it. Tell whoever sent you the link.`,
    }),
    failed: (platform) => ({
      title: `${platform} isn’t connected`,
      advice: `${platform} reported a problem. Open your link once more to try again.`,
    }),
    unfinished: (platform) => ({
      title: `${platform} isn’t connected yet`,
      advice: 'Open your link once more to finish.',
    }),
  },
  unknown: (lender) => ({
    title: 'We can’t tell what happened from here',
    advice: `Go back to ${lender || 'the page you came from'} to see whether you are connected.`,
  }),
  goBack: (lender) => (lender ? `Go back to ${lender}` : 'Go back'),
  continueTo: (lender) => (lender ? `Continue to ${lender}` : 'Continue'),
  closing: 'You can go on in the other window. This one closes by itself.',
  leftOver: 'You can go on in the other window, and close this one.',
  closeWindow: 'Close this window',
  cannotClose: 'Your browser keeps this window open. You can close it yourself.',
};
