import type { Messages } from '../../messages.js';
import { isolate } from '../../grammar.js';

export const copying: Messages['copying'] = {
  reference: (id) => `الرقم المرجعي ${isolate(id)}`,
  copy: 'نسخ',
  copied: 'تم النسخ',
  notCopied: 'لا ينسخه متصفحك. حدّده وانسخه بنفسك.',
};
