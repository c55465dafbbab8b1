import type { Messages } from '../../messages.js';

export const common: Messages['common'] = {
  loading: 'Loading',
  tryAgain: 'Try again',
  close: 'Close',
  reference: (id) => `Reference ${id}`,
};
