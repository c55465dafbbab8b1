import type { Messages } from '../../messages.js';

export const copying: Messages['copying'] = {
  reference: (id) => `Referenz ${id}`,
  copy: 'Kopieren',
  copied: 'Kopiert',
  notCopied: 'Ihr Browser kopiert es nicht. Markieren und kopieren Sie es selbst.',
};
