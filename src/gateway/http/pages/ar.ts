import type { PageWords } from './page-words.js';

/** Isolates a name from the direction of the sentence around it (Unicode, UAX 9, first strong isolate). */
const as = (name: string): string => `\u2068${name}\u2069`;

/** Arabic. This is a draft until a native speaker has reviewed it and added their name in this line. */
export const ar: PageWords = {
  invitation: {
    title: (lender, platform) => `تطلب ${as(lender)} ربط ${as(platform)}`,
    why: (lender, platform) =>
      `أرسل إليك هذا الرابط شخص يتعامل مع ${as(lender)}، لأن بيانات الدخول إلى ${as(platform)} لديك. إن كنت لا تعرف من يكون فاسأل قبل المتابعة.`,
    next: (lender, platform) =>
      `تُفتح بعد ذلك صفحة تسجيل الدخول إلى ${as(platform)}. هناك تكتب كلمة مرورك، فلا تراها ${as(lender)} ولا من أرسل إليك الرابط. وهناك تقرر أيضًا هل يمكن لـ ${as(lender)} قراءة البيانات.`,
    until: ['يعمل هذا الرابط حتى ', '.'],
    continueTo: (platform) => `المتابعة إلى ${as(platform)}`,
    tryAgain: 'إعادة المحاولة',
  },
  handedOn: {
    why: (lender, platform) =>
      `أُنشئ هذا العنوان لعميل لدى ${lender} يربط ${platform} من صفحته الخاصة. كل ما يُربط به يعود إلى ذلك العميل: تقرؤه ${lender} لصالح شركته لا شركتك. إذا أُرسل إليك ولا تعرف السبب، فلا تتابع.`,
  },
  invitationProblems: {
    missing: {
      title: 'هذا الرابط لا يعمل',
      next: 'ربما انتهت صلاحيته أو سُحب. اطلب رابطًا آخر ممن أرسله إليك.',
    },
    used: {
      title: 'أدّى هذا الرابط غرضه',
      next: 'تم ربط ما كان مطلوبًا، ولم يبقَ ما تفعله هنا. لربطه مرة أخرى اطلب رابطًا آخر ممن أرسله إليك.',
    },
    unavailable: {
      title: 'تعذّر الوصول إلى تسجيل الدخول حاليًا',
      next: 'لم يضِع شيء. انتظر دقيقة ثم أعد المحاولة.',
    },
  },
  signInProblems: {
    incomplete: {
      title: 'هذا الرابط غير مكتمل',
      next: 'ارجع واختر ما تريد ربطه مرة أخرى.',
    },
    anothers: {
      title: 'لا يمكنك استخدام هذا الرابط',
      next: 'ربما يخص نشاطًا تجاريًا غير الذي سجّلت الدخول من أجله. ارجع وابدأ من صفحتك.',
    },
    missing: {
      title: 'لم يعد هذا الاتصال موجودًا',
      next: 'ربما حُذف منذ ذلك الحين. ارجع للربط من جديد.',
    },
    expired: {
      title: 'لم يعد هذا الرابط يعمل',
      next: 'تعمل روابط تسجيل الدخول عشر دقائق. ارجع واختر ما تريد ربطه مرة أخرى.',
    },
    unavailable: {
      title: 'تعذّر الوصول إلى تسجيل الدخول حاليًا',
      next: 'لم يضِع شيء. انتظر دقيقة ثم ارجع وأعد المحاولة.',
    },
  },
  goBack: { text: 'الرجوع' },
};
