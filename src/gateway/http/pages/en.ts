import type { PageWords } from './page-words.js';

export const en: PageWords = {
  invitation: {
    title: (lender, platform) => `${lender} asks to connect ${platform}`,
    why: (lender, platform) =>
      `Someone who does business with ${lender} sent you this link, because you have the log-in for ${platform}. If you don’t know who that may be, ask before you go on.`,
    next: (lender, platform) =>
      `Next, the sign-in for ${platform} opens. Your password is typed there: neither ${lender} nor whoever sent you this link gets to see it. There you also decide whether ${lender} may read the data.`,
    until: ['This link works until ', '.'],
    continueTo: (platform) => `Continue to ${platform}`,
    tryAgain: 'Try again',
  },
  handedOn: {
    why: (lender, platform) =>
      `This address was made for a customer of ${lender} who connects ${platform} on their own page. Whatever is connected by it belongs to that customer: ${lender} reads it for their business, not for yours. If you were sent it and don’t know why, don’t go on.`,
  },
  invitationProblems: {
    missing: {
      title: 'This link does not work',
      next: 'It may have run out or been withdrawn. Ask whoever sent it to you for a new one.',
    },
    used: {
      title: 'This link has done its work',
      next: 'What it was for has been connected, and nothing is left to do here. To connect it once more, ask whoever sent you the link for a new one.',
    },
    unavailable: {
      title: 'Sign-in can’t be reached just now',
      next: 'Nothing is lost. Wait a minute and try again.',
    },
  },
  signInProblems: {
    incomplete: {
      title: 'This link is not complete',
      next: 'Go back and choose what you want to connect again.',
    },
    anothers: {
      title: 'You can’t use this link',
      next: 'It may belong to another business than the one you are signed in for. Go back and start from your own page.',
    },
    missing: {
      title: 'This connection no longer exists',
      next: 'It may have been deleted since. Go back to connect again.',
    },
    expired: {
      title: 'This link no longer works',
      next: 'Links to sign in work for ten minutes. Go back and choose what you want to connect again.',
    },
    unavailable: {
      title: 'Sign-in can’t be reached just now',
      next: 'Nothing is lost. Wait a minute, go back and try again.',
    },
  },
  goBack: { text: 'Go back' },
};
