import type { Messages } from '../../messages.js';
import { we } from './we.js';

export const connectionList: Messages['connectionList'] = {
  heading: 'Your connections',
  empty: 'Nothing is connected yet.',
  statuses: {
    Linked: 'Connected',
    PendingAuth: 'Finish connecting',
    Failed: 'Couldn’t connect',
    Deauthorized: 'Access lost',
    Unlinked: 'Disconnected',
    Unknown: 'Needs attention',
  },
  since: (date) => `since ${date}`,
  read: (ago) => `read ${ago}`,
  finish: 'Finish connecting',
  actions: { reconnect: 'Reconnect', disconnect: 'Disconnect', delete: 'Delete' },
  actionOn: (action, platform) => `${action} ${platform}`,
  under: {
    disconnect: (platform) => `Disconnecting ${platform}`,
    delete: (platform) => `Deleting ${platform}`,
  },
  disconnected: (platform) => `${platform} is disconnected. What was read is kept, and nothing new is read.`,
  deleted: (platform) => `The connection to ${platform} is deleted.`,
  confirm: {
    disconnect: (platform, lender) => ({
      title: `Disconnect ${platform}?`,
      advice: `${we(lender)} keeps what it has already read, and reads nothing new. You can reconnect at any time.`,
      yes: 'Disconnect',
      no: 'Keep connected',
    }),
    delete: (platform, lender) => ({
      title: `Delete the connection to ${platform}?`,
      advice: `${we(lender)} can no longer read this connection’s data through Codat. This can’t be undone.`,
      yes: 'Delete for good',
      no: 'Keep it',
    }),
  },
};
