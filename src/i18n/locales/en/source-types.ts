import type { Messages } from '../../messages.js';

export const sourceTypes: Messages['sourceTypes'] = {
  Accounting: 'Accounting',
  Banking: 'Banking',
  BankFeed: 'Bank feeds',
  Commerce: 'Shops and payments',
  Expense: 'Expenses',
  Other: 'Other',
  Unknown: 'Other',
};
