import type { Messages } from '../../messages.js';
import { lenderNameOrDefault } from './lender-name-or-default.js';

export const connectionList: Messages['connectionList'] = {
  heading: 'Your connections',
  empty: 'Nothing is connected yet.',
  choose: 'Choose what to connect',
  search: 'Find a connection',
  results: (count) => (count === 1 ? '1 connection' : `${count} connections`),
  noneFor: (query) => `Nothing found for “${query}”. Try a shorter name.`,
  unreadable: (count) => `${count} can’t be shown.`,
  needsPerson: 'For you to do',
  statuses: {
    Linked: 'Connected',
    PendingAuth: 'Finish connecting',
    Failed: 'Couldn’t connect',
    Deauthorized: 'Access lost',
    Unlinked: 'Disconnected',
    ReadOnce: 'Read once',
    Unknown: 'Needs attention',
  },
  whys: {
    unfinished: (platform) => `You haven’t finished signing in to ${platform}. Nothing is shared yet.`,
    declined: (platform) => `Signing in to ${platform} was cancelled. Nothing is shared yet.`,
    failed: (platform, lender) =>
      `${platform} reported a problem while you signed in. If it happens again, contact ${lender || 'support'}.`,
    unsupported: (platform, lender, canChoose) =>
      `${platform} can’t be connected here. ${canChoose ? 'Choose another platform, or contact' : 'Contact'} ${lender || 'support'}.`,
    lost: (platform, lender) =>
      `${platform} no longer lets ${lender || 'this lender'} read your data. The access has expired, or was ended there.`,
    readOnce: (platform, lender) =>
      `${lenderNameOrDefault(lender)} has read ${platform}, and reads nothing new. If that wasn’t the plan, contact ${lender || 'support'}.`,
    unlinked: (_, lender) =>
      `${lenderNameOrDefault(lender)} keeps what it has already read, and reads nothing new.`,
    unknown: (platform, lender) =>
      `Something about ${platform} needs a look. Contact ${lender || 'support'} to find out what.`,
  },
  since: (date) => `since ${date}`,
  read: (ago) => `read ${ago}`,
  ways: {
    finish: { short: 'Finish', whole: (platform) => `Finish connecting ${platform}` },
    tryAgain: { short: 'Try again', whole: (platform) => `Try again to connect ${platform}` },
    reconnect: { short: 'Reconnect', whole: (platform) => `Reconnect ${platform}` },
    choose: { short: 'Choose another', whole: (platform) => `Choose another platform than ${platform}` },
  },
  more: (platform) => `More for ${platform}`,
  actions: { disconnect: 'Disconnect', delete: 'Delete' },
  under: {
    disconnect: (platform) => `Disconnecting ${platform}`,
    delete: (platform) => `Deleting ${platform}`,
  },
  done: {
    disconnect: (platform, lender) =>
      `${platform} is disconnected. ${lenderNameOrDefault(lender)} keeps what it has already read, and reads nothing new.`,
    delete: (platform, lender) =>
      `The connection to ${platform} is deleted. ${lenderNameOrDefault(lender)} can no longer read its data through Codat.`,
  },
  changed: (platform, status) => `${platform}: ${status}`,
  ofOrganisation: (platform, organisation) => `${platform} (${organisation})`,
  connectAnother: { Banking: 'Connect another bank', Commerce: 'Connect another shop' },
  details: {
    show: 'Details',
    hide: 'Hide details',
    heading: (platform) => `Details of ${platform}`,
    organisation: 'Organisation',
    unnamed: (platform) => `${platform} doesn’t say`,
    since: 'Connected since',
    begun: 'Started',
    lastRead: 'Last read',
    never: 'Not yet',
    dataTypes: 'What is read',
    noDataTypes: 'Nothing yet',
    unreadable: 'We can’t load this right now.',
    reference: 'Reference',
  },
  confirm: {
    disconnect: (platform, lender) => ({
      title: `Disconnect ${platform}?`,
      advice: `${lenderNameOrDefault(lender)} keeps what it has already read, and reads nothing new. You can reconnect at any time.`,
      yes: 'Disconnect',
      no: 'Keep connected',
    }),
    delete: (platform, lender) => ({
      title: `Delete the connection to ${platform}?`,
      advice: `${lenderNameOrDefault(lender)} can no longer read this connection’s data through Codat. This can’t be undone.`,
      yes: 'Delete for good',
      no: 'Keep it',
    }),
  },
};
