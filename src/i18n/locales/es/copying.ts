import type { Messages } from '../../messages.js';

export const copying: Messages['copying'] = {
  reference: (id) => `Referencia ${id}`,
  copy: 'Copiar',
  copied: 'Copiado',
  notCopied: 'Su navegador no lo copia. Selecciónelo y cópielo usted.',
};
