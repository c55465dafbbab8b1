import type { Translation } from '../../messages-for.js';

export const sourceTypes: Translation['sourceTypes'] = {
  Accounting: 'المحاسبة',
  Banking: 'الخدمات المصرفية',
  BankFeed: 'كشوف الحركات المصرفية',
  Commerce: 'المتاجر والمدفوعات',
  Expense: 'المصروفات',
  Other: 'أخرى',
  Unknown: 'أخرى',
};
