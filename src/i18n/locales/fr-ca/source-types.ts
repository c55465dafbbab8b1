import type { Translation } from '../../register.js';

export const sourceTypes: Translation['sourceTypes'] = {
  Banking: 'Services bancaires',
  Expense: 'Dépenses',
};
