import { plural, isolate as name } from '../../grammar.js';
import type { Translation } from '../../messages-for.js';
import { we } from './common.js';

/** Whom to ask: the lender, or its support. */
const support = (lender: string): string => (lender ? name(lender) : 'الدعم');

export const connectionList: Translation['connectionList'] = {
  heading: 'اتصالاتك',
  empty: 'لا يوجد ما هو متصل بعد.',
  unreadable: plural('ar', {
    one: 'يتعذّر عرض اتصال واحد.',
    two: 'يتعذّر عرض اتصالين.',
    few: 'يتعذّر عرض # اتصالات.',
    many: 'يتعذّر عرض # اتصالًا.',
    other: 'يتعذّر عرض # اتصال.',
  }),
  needsPerson: 'بانتظارك',
  statuses: {
    Linked: 'متصلة',
    PendingAuth: 'لم يكتمل الربط',
    Failed: 'تعذّر الربط',
    Deauthorized: 'فُقد الوصول',
    Unlinked: 'مفصولة',
    ReadOnce: 'قُرئت مرة واحدة',
    Unknown: 'تحتاج إلى مراجعة',
  },
  whys: {
    unfinished: (platform) => `لم تكمل تسجيل الدخول إلى ${name(platform)}. لم تتم مشاركة أي شيء بعد.`,
    declined: (platform) => `أُلغي تسجيل الدخول إلى ${name(platform)}. لم تتم مشاركة أي شيء بعد.`,
    failed: (platform, lender) =>
      `أبلغت ${name(platform)} عن مشكلة أثناء تسجيل الدخول. إذا تكرّرت فتواصل مع ${support(lender)}.`,
    unsupported: (platform, lender) =>
      `لا يمكن ربط ${name(platform)} هنا. اختر منصة أخرى أو تواصل مع ${support(lender)}.`,
    lost: (platform, lender) =>
      `لم تعد ${name(platform)} تسمح لـ ${we(lender)} بالقراءة. انتهت مدة الوصول أو أُلغي هناك.`,
    readOnce: (platform, lender) =>
      `قرأت ${we(lender)} بيانات ${name(platform)} ولا تقرأ أي جديد. إن لم يكن هذا مقصودًا فتواصل مع ${support(lender)}.`,
    unlinked: (_, lender) => `تحتفظ ${we(lender)} بما قرأته بالفعل ولا تقرأ أي جديد.`,
    unknown: (platform, lender) =>
      `هناك ما يحتاج إلى مراجعة في ${name(platform)}. تواصل مع ${support(lender)} لمعرفة السبب.`,
  },
  since: (date) => `منذ ${date}`,
  read: (ago) => `قُرئت ${ago}`,
  ways: {
    finish: { short: 'إكمال', whole: (platform) => `إكمال ربط ${name(platform)}` },
    tryAgain: { short: 'إعادة المحاولة', whole: (platform) => `إعادة محاولة ربط ${name(platform)}` },
    reconnect: { short: 'إعادة الربط', whole: (platform) => `إعادة ربط ${name(platform)}` },
  },
  more: (platform) => `المزيد عن ${name(platform)}`,
  actions: { disconnect: 'فصل', delete: 'حذف' },
  under: {
    disconnect: (platform) => `جارٍ فصل ${name(platform)}`,
    delete: (platform) => `جارٍ حذف ${name(platform)}`,
  },
  done: {
    disconnect: (platform, lender) =>
      `تم فصل ${name(platform)}. تحتفظ ${we(lender)} بما قرأته بالفعل ولا تقرأ أي جديد.`,
    delete: (platform, lender) =>
      `تم حذف الاتصال مع ${name(platform)}. لم يعد بإمكان ${we(lender)} قراءة بياناته عبر ${name('Codat')}.`,
  },
  changed: (platform, status) => `${name(platform)}: ${status}`,
  ofOrganisation: (platform, organisation) => `${name(platform)} (${name(organisation)})`,
  connectAnother: { Banking: 'ربط مصرف آخر', Commerce: 'ربط متجر آخر' },
  details: {
    show: 'التفاصيل',
    hide: 'إخفاء التفاصيل',
    heading: (platform) => `تفاصيل ${name(platform)}`,
    organisation: 'المنشأة',
    unnamed: (platform) => `لا تذكره ${name(platform)}`,
    since: 'متصلة منذ',
    begun: 'بدأت',
    lastRead: 'آخر قراءة',
    never: 'ليس بعد',
    dataTypes: 'ما يُقرأ',
    noDataTypes: 'لا شيء بعد',
    unreadable: 'لا يمكن عرض هذا حاليًا.',
    reference: 'الرقم المرجعي',
  },
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
