import type { TitledMessage, Messages } from '../../messages.js';

const away: TitledMessage = {
  title: 'This service can’t be reached right now',
  advice: 'Nothing is lost. Try again in a moment.',
};

const wrong: TitledMessage = {
  title: 'Something went wrong',
  advice: 'Contact support if it happens again.',
};

export const errors: Messages['errors'] = {
  'signed-out': { title: 'You are signed out', advice: 'Sign in again to carry on where you were.' },
  token: away,
  refused: { title: 'You have no access to this', advice: 'Contact support to get access.' },
  missing: { title: 'This is no longer here', advice: 'Contact support if it should be.' },
  outdated: { title: 'This page is out of date', advice: 'Reload it to carry on.' },
  rejected: wrong,
  busy: { title: 'This is busy right now', advice: 'Wait a minute, then try again.' },
  unavailable: away,
  slow: { title: 'This is taking too long', advice: 'Nothing is lost. Try again in a moment.' },
  offline: {
    title: 'There is no connection to the internet',
    advice: 'Check your network, then try again.',
  },
  unreachable: away,
  unreadable: wrong,
  declined: {
    title: 'The platform reported a problem',
    advice: 'Nothing was connected. Try again, or choose another platform.',
  },
  unsupported: {
    title: 'This platform can’t be connected',
    advice: 'Choose another platform, or contact support.',
  },
};
