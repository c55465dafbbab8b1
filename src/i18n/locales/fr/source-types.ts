import type { Translation } from '../../messages-for.js';

export const sourceTypes: Translation['sourceTypes'] = {
  Accounting: 'Comptabilité',
  Banking: 'Banque',
  BankFeed: 'Flux bancaires',
  Commerce: 'Boutiques et paiements',
  Expense: 'Notes de frais',
  Other: 'Autres',
  Unknown: 'Autres',
};
