import type { Messages } from '../../messages.js';
import { lenderNameOrDefault } from './lender-name-or-default.js';

export const sharing: Messages['sharing'] = {
  ask: 'Someone else signs in to it?',
  choose: 'Choose the platform they use. You get a link to send to them.',
  myself: 'I have the log-in myself',
  heading: (platform) => `Send a link for ${platform}`,
  explains: (platform, lender) => [
    `Whoever has the log-in opens the link and signs in to ${platform} themselves. You need no password of theirs, and they see none of your application.`,
    `The link shows that ${lender || 'the lender'} is asking. It works for a limited time, and you can withdraw it.`,
  ],
  get: 'Get the link',
  making: { title: 'Making the link', advice: '' },
  send: 'Send the link',
  standings: {
    open: (platform) => ({
      title: `Send this link to whoever has the ${platform} log-in`,
      advice: 'This page shows when they are done. You can leave it: the link goes on working.',
    }),
    used: (platform) => ({
      title: `Someone is signing in to ${platform}`,
      advice: 'They opened your link and have not finished yet. The link goes on working until they do.',
    }),
    connected: (platform) => ({
      title: `${platform} is connected`,
      advice: 'You can disconnect at any time.',
    }),
    withdrawn: (platform) => ({
      title: `The link for ${platform} is withdrawn`,
      advice: 'Nobody can sign in with it any more.',
    }),
    expired: (platform) => ({
      title: `The link for ${platform} has expired`,
      advice: 'Nobody finished signing in with it. Make a new link.',
    }),
    Unknown: (platform) => ({
      title: `We can’t check the link for ${platform} right now`,
      advice: 'Reload this page to see where it stands.',
    }),
  },
  link: 'The link to send',
  copy: 'Copy the link',
  mail: 'Send it by email',
  subject: (platform, lender) => `${lenderNameOrDefault(lender)} asks to connect ${platform}`,
  body: (platform, lender, { url, until }) =>
    [
      'Hello,',
      `${lenderNameOrDefault(lender)} asks to read our data in ${platform}, and you have the log-in. Open this link and sign in there:`,
      url,
      ...(until ? [`It works until ${until}.`] : []),
      'Your password is typed at the platform itself: neither the lender nor I see it.',
    ].join('\n\n'),
  until: (date) => `Works until ${date}`,
  again: 'Make another link',
  sent: 'Links you made',
  statuses: {
    open: 'Not opened yet',
    used: 'Opened, not finished',
    connected: 'Connected',
    withdrawn: 'Withdrawn',
    expired: 'Expired',
    Unknown: 'Can’t tell',
  },
  withdraw: 'Withdraw',
  withdrawFor: (platform) => `Withdraw the link for ${platform}`,
  tooMany: {
    title: 'There are many links already',
    advice: 'Withdraw one that isn’t needed any more, then make another.',
  },
};
