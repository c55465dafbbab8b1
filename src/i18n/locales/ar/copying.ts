import type { Messages } from '../../messages.js';
import { isolated } from '../../grammar.js';

export const copying: Messages['copying'] = {
  reference: (id) => `الرقم المرجعي ${isolated(id)}`,
  copy: 'نسخ',
  copied: 'تم النسخ',
  notCopied: 'لا ينسخه متصفحك. حدّده وانسخه بنفسك.',
};
