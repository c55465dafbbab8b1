import { isolate } from '../../grammar.js';
import type { Translation } from '../../messages-for.js';

/** The lender by name, or as people can tell whom we mean. */
export const we = (lender: string): string => (lender ? isolate(lender) : 'هذه الجهة المقرضة');

export const common: Translation['common'] = {
  loading: 'جارٍ التحميل',
  tryAgain: 'إعادة المحاولة',
  reload: 'إعادة تحميل الصفحة',
  signIn: 'تسجيل الدخول',
  away: 'يتعذّر الوصول إلى هذه الخدمة حاليًا.',
  opening: (platform) => `جارٍ فتح ${isolate(platform)}`,
};
