import { isolated as name } from '../../grammar.js';
import type { Translation } from '../../register.js';

export const journey: Translation['journey'] = {
  creating: { title: 'جارٍ التحضير', advice: 'تُفتح نافذة لتسجيل الدخول بعد لحظات.' },
  authorizing: (platform) => ({
    title: `أكمل تسجيل الدخول في ${name(platform)}`,
    advice: 'فُتحت نافذة لذلك. تنتقل هذه الصفحة تلقائيًا عند انتهائك.',
  }),
  blocked: (platform) => ({
    title: `تابع إلى ${name(platform)}`,
    advice: 'لم يفتح متصفحك نافذة تسجيل الدخول. تابع في علامة التبويب هذه، ثم تعود إلى هنا.',
  }),
  continueTo: (platform) => `المتابعة إلى ${name(platform)}`,
  confirming: (platform) => ({
    title: `جارٍ التحقق لدى ${name(platform)}`,
    advice: 'يستغرق ذلك بضع ثوانٍ.',
  }),
  connected: (platform, organisation) => ({
    title: `تم ربط ${name(organisation ?? platform)}`,
    advice: organisation ? `عبر ${name(platform)}. يمكنك الفصل في أي وقت.` : 'يمكنك الفصل في أي وقت.',
  }),
  abandoned: {
    declined: (platform) => ({
      title: `لم يتم ربط ${name(platform)}`,
      advice: 'ألغيت في صفحة تسجيل الدخول. لم تتم مشاركة أي شيء.',
    }),
    returned: (platform) => ({
      title: `لم يتم ربط ${name(platform)} بعد`,
      advice: 'عدت قبل الانتهاء. ابدأ من جديد متى شئت.',
    }),
    cancelled: (platform) => ({
      title: `لم يتم ربط ${name(platform)}`,
      advice: 'توقفت قبل الانتهاء. يمكنك المتابعة في أي وقت.',
    }),
    expired: (platform) => ({
      title: `لم يتم ربط ${name(platform)} بعد`,
      advice: 'استغرق تسجيل الدخول أكثر من نصف ساعة، فتوقفنا عن الانتظار. ابدأ من جديد متى شئت.',
    }),
  },
  startAgain: 'البدء من جديد',
  openHere: 'الفتح في علامة التبويب هذه',
  cancel: 'إلغاء',
  copied: 'تم النسخ',
  notCopied: 'لا ينسخه متصفحك. حدّده وانسخه بنفسك.',
  leave: { connected: 'تم', platforms: 'اختيار منصة أخرى', away: 'إغلاق' },
};
