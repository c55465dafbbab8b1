import { isolated as name } from '../../grammar.js';
import type { Translation } from '../../register.js';
import { we } from './we.js';

export const connectionList: Translation['connectionList'] = {
  heading: 'اتصالاتك',
  empty: 'لا يوجد ما هو متصل بعد.',
  statuses: {
    Linked: 'متصلة',
    PendingAuth: 'لم يكتمل الربط',
    Failed: 'تعذّر الربط',
    Deauthorized: 'فُقد الوصول',
    Unlinked: 'مفصولة',
    Unknown: 'تحتاج إلى مراجعة',
  },
  since: (date) => `منذ ${date}`,
  read: (ago) => `قُرئت ${ago}`,
  finish: 'إكمال الربط',
  actions: { reconnect: 'إعادة الربط', disconnect: 'فصل', delete: 'حذف' },
  actionOn: (action, platform) => `${action}: ${name(platform)}`,
  under: {
    disconnect: (platform) => `جارٍ فصل ${name(platform)}`,
    delete: (platform) => `جارٍ حذف ${name(platform)}`,
  },
  disconnected: (platform) => `تم فصل ${name(platform)}. يُحتفظ بما قُرئ، ولا يُقرأ أي جديد.`,
  deleted: (platform) => `تم حذف الاتصال مع ${name(platform)}.`,
  confirm: {
    disconnect: (platform, lender) => ({
      title: `هل تريد فصل ${name(platform)}؟`,
      advice: `تحتفظ ${we(lender)} بما قرأته بالفعل ولا تقرأ أي جديد. يمكنك إعادة الربط في أي وقت.`,
      yes: 'فصل',
      no: 'إبقاء الاتصال',
    }),
    delete: (platform, lender) => ({
      title: `هل تريد حذف الاتصال مع ${name(platform)}؟`,
      advice: `لن تستطيع ${we(lender)} بعد ذلك قراءة بيانات هذا الاتصال عبر ${name('Codat')}. لا يمكن التراجع عن هذا.`,
      yes: 'حذف نهائي',
      no: 'إبقاء',
    }),
  },
};
