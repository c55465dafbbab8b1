import type { Messages } from '../../messages.js';

export const copying: Messages['copying'] = {
  reference: (id) => `Référence ${id}`,
  copy: 'Copier',
  copied: 'Copié',
  notCopied: 'Votre navigateur ne copie pas le texte. Sélectionnez-le et copiez-le vous-même.',
};
