import type { Translation } from '../../messages-for.js';

export const sourceTypes: Translation['sourceTypes'] = {
  Banking: 'Services bancaires',
  Expense: 'Dépenses',
};
