import type { Messages } from '../../messages.js';

export const copying: Messages['copying'] = {
  reference: (id) => `Reference ${id}`,
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Your browser doesn’t copy it. Select it and copy it yourself.',
};
