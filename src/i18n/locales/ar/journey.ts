import { isolate as name } from '../../grammar.js';
import type { Translation } from '../../messages-for.js';

export const journey: Translation['journey'] = {
  creating: { title: 'جارٍ التحضير', advice: 'تُفتح صفحة تسجيل الدخول بعد لحظات.' },
  authorizing: (platform, by) => ({
    title: `أكمل تسجيل الدخول في ${name(platform)}`,
    advice:
      by === 'tab'
        ? 'يتم ذلك في علامة التبويب هذه، ثم تعود إلى هنا.'
        : `${by === 'host' ? 'فُتحت الصفحة المخصصة لذلك.' : 'فُتحت نافذة لذلك.'} تنتقل هذه الصفحة تلقائيًا عند انتهائك.`,
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
  sameAsBefore: (organisation) =>
    organisation
      ? `سجّل الدخول باسم ${name(organisation)} كما في السابق.`
      : 'سجّل الدخول باسم المنشأة نفسها كما في السابق.',
  unsure: (was, now) =>
    now
      ? 'لا يمكن لأحد أن يخبرنا هنا هل هي المنشأة نفسها كما في السابق. إن لم تكن هي فافصلها وأعد الربط.'
      : `لم نُخبَر بأي منشأة يتعلق الأمر${was ? `؛ كانت في السابق ${name(was)}` : ''}. إذا سجّلت الدخول باسم منشأة أخرى فافصلها وأعد الربط.`,
  comparing: (platform, was, now) => ({
    title: `سجّلت الدخول باسم ${name(now)}`,
    advice: `كانت ${name(platform)} مرتبطة سابقًا باسم ${name(was)}. تابع مع ${name(now)}، أو افصلها وسجّل الدخول من جديد.`,
  }),
  carryOn: (organisation) => `المتابعة مع ${name(organisation)}`,
  onceMore: 'الفصل وتسجيل الدخول من جديد',
  inApp: 'هذه الصفحة مفتوحة داخل تطبيق آخر. لا تسمح بعض المنصات بتسجيل الدخول هناك، لذلك افتحها في متصفحك.',
  openInBrowser: 'الفتح في المتصفح',
  notListed: 'لا تجد منصتك؟',
  otherWays: (lender) => `اسأل ${lender ? name(lender) : 'الجهة المقرضة'} عمّا يمكنك إرساله بدلًا من ذلك.`,
  startAgain: 'البدء من جديد',
  openHere: 'الفتح في علامة التبويب هذه',
  cancel: 'إلغاء',
  leave: { connected: 'تم', another: 'ربط منصة أخرى', platforms: 'اختيار منصة أخرى', away: 'إغلاق' },
};
