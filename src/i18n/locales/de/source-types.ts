import type { Translation } from '../../messages-for.js';

export const sourceTypes: Translation['sourceTypes'] = {
  Accounting: 'Buchhaltung',
  Banking: 'Bank',
  BankFeed: 'Kontoumsätze',
  Commerce: 'Shops und Zahlungen',
  Expense: 'Spesen',
  Other: 'Weitere',
  Unknown: 'Weitere',
};
