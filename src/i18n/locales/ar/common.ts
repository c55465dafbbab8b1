import { isolated } from '../../grammar.js';
import type { Translation } from '../../register.js';

export const common: Translation['common'] = {
  loading: 'جارٍ التحميل',
  tryAgain: 'إعادة المحاولة',
  reload: 'إعادة تحميل الصفحة',
  signIn: 'تسجيل الدخول',
  away: 'يتعذّر الوصول إلى هذه الخدمة حاليًا.',
  opening: (platform) => `جارٍ فتح ${isolated(platform)}`,
};
