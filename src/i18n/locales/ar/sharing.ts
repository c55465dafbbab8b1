import { isolate as name } from '../../grammar.js';
import type { Translation } from '../../messages-for.js';
import { we } from './common.js';

export const sharing: Translation['sharing'] = {
  ask: 'هل بيانات الدخول لدى شخص آخر؟',
  choose: 'اختر المنصة التي يستخدمها ذلك الشخص. تحصل على رابط لترسله إليه.',
  myself: 'بيانات الدخول لديّ',
  heading: (platform) => `إرسال رابط لـ ${name(platform)}`,
  explains: (platform, lender) => [
    `يفتح صاحب بيانات الدخول الرابط ويسجّل الدخول إلى ${name(platform)} بنفسه. لا تحتاج إلى كلمة مروره، ولا يرى شيئًا من طلبك.`,
    `يوضّح الرابط أن الطلب من ${we(lender)}. يعمل لمدة محدودة، ويمكنك سحبه.`,
  ],
  get: 'الحصول على الرابط',
  making: { title: 'جارٍ إنشاء الرابط', advice: '' },
  standings: {
    open: (platform) => ({
      title: `أرسل هذا الرابط إلى من لديه بيانات الدخول إلى ${name(platform)}`,
      advice: 'تُظهر هذه الصفحة متى ينتهي. يمكنك مغادرتها، فالرابط يبقى صالحًا.',
    }),
    used: (platform) => ({
      title: `شخص ما يسجّل الدخول إلى ${name(platform)}`,
      advice: 'فُتح رابطك ولم ينتهِ الأمر بعد. يبقى الرابط صالحًا حتى ذلك الحين.',
    }),
    connected: (platform) => ({
      title: `تم ربط ${name(platform)}`,
      advice: 'يمكنك الفصل في أي وقت.',
    }),
    withdrawn: (platform) => ({
      title: `سُحب الرابط الخاص بـ ${name(platform)}`,
      advice: 'لم يعد بإمكان أحد تسجيل الدخول به.',
    }),
    expired: (platform) => ({
      title: `انتهت صلاحية الرابط الخاص بـ ${name(platform)}`,
      advice: 'لم يكمل أحد تسجيل الدخول به. أنشئ رابطًا آخر لإرساله.',
    }),
    Unknown: (platform) => ({
      title: `لا يمكن معرفة حالة الرابط الخاص بـ ${name(platform)} حاليًا`,
      advice: 'أعد تحميل هذه الصفحة لرؤيتها.',
    }),
  },
  link: 'الرابط المراد إرساله',
  copy: 'نسخ الرابط',
  mail: 'إرساله بالبريد الإلكتروني',
  subject: (platform, lender) => `تطلب ${we(lender)} ربط ${name(platform)}`,
  body: (platform, lender, { url, until }) =>
    [
      'مرحبًا،',
      `تطلب ${we(lender)} قراءة بياناتنا في ${name(platform)}، وبيانات الدخول لديك. افتح هذا الرابط وسجّل الدخول هناك:`,
      url,
      ...(until ? [`يعمل حتى ${until}.`] : []),
      'تُكتب كلمة مرورك في المنصة نفسها، فلا أراها أنا ولا الجهة المقرضة.',
    ].join('\n\n'),
  until: (date) => `يعمل حتى ${date}`,
  again: 'إنشاء رابط آخر',
  sent: 'روابطك',
  statuses: {
    open: 'لم يُفتح بعد',
    used: 'فُتح ولم يكتمل',
    connected: 'متصلة',
    withdrawn: 'مسحوب',
    expired: 'منتهي الصلاحية',
    Unknown: 'غير معروف',
  },
  withdraw: 'سحب',
  withdrawFor: (platform) => `سحب الرابط الخاص بـ ${name(platform)}`,
  tooMany: {
    title: 'لديك روابط كثيرة بالفعل',
    advice: 'اسحب رابطًا لم تعد بحاجة إليه، ثم أنشئ رابطًا آخر.',
  },
};
