import type { Translation } from '../../register.js';

export const sourceTypes: Translation['sourceTypes'] = {
  Accounting: 'Buchhaltung',
  Banking: 'Bank',
  BankFeed: 'Kontoumsätze',
  Commerce: 'Shops und Zahlungen',
  Expense: 'Spesen',
  Other: 'Weitere',
  Unknown: 'Weitere',
};
