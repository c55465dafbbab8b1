import { isolate as name } from '../../grammar.js';
import type { Translation } from '../../messages-for.js';
import { we } from './common.js';

export const connectionResult: Translation['connectionResult'] = {
  checking: 'جارٍ التحقق من اتصالك',
  connected: (platform, lender) => ({
    title: `تم ربط ${name(platform)}`,
    advice: `تستطيع ${we(lender)} قراءة بياناتك الآن. يمكنك الفصل في أي وقت.`,
  }),
  declined: (platform) => ({
    title: `لم يتم ربط ${name(platform)}`,
    advice: 'ألغيت في صفحة تسجيل الدخول. لم تتم مشاركة أي شيء.',
  }),
  unsupported: (platform) => ({
    title: `لا يمكن ربط ${name(platform)} هنا`,
    advice: 'عد لاختيار منصة أخرى.',
  }),
  failed: (platform) => ({
    title: `لم يتم ربط ${name(platform)}`,
    advice: `أبلغت ${name(platform)} عن مشكلة. عد لإعادة المحاولة.`,
  }),
  unfinished: (platform) => ({
    title: `لم يتم ربط ${name(platform)} بعد`,
    advice: 'عد لإكمال الربط متى شئت.',
  }),
  shared: {
    connected: (platform) => ({
      title: `تم ربط ${name(platform)}`,
      advice: 'يمكنك إغلاق هذه النافذة. من أرسل إليك الرابط يرى ذلك تلقائيًا.',
    }),
    declined: (platform) => ({
      title: `لم يتم ربط ${name(platform)}`,
      advice: 'ألغيت في صفحة تسجيل الدخول ولم تتم مشاركة أي شيء. رابطك ما زال صالحًا.',
    }),
    unsupported: (platform, lender) => ({
      title: `لا يمكن ربط ${name(platform)} هنا`,
      advice: `لا تستطيع ${we(lender)} استخدامها. أخبر من أرسل إليك الرابط.`,
    }),
    failed: (platform) => ({
      title: `لم يتم ربط ${name(platform)}`,
      advice: `أبلغت ${name(platform)} عن مشكلة. افتح رابطك مرة أخرى لإعادة المحاولة.`,
    }),
    unfinished: (platform) => ({
      title: `لم يتم ربط ${name(platform)} بعد`,
      advice: 'افتح رابطك مرة أخرى لإكمال الربط.',
    }),
  },
  unknown: (lender) => ({
    title: 'لا يمكننا معرفة ما حدث من هنا',
    advice: `عد إلى ${lender ? name(lender) : 'الصفحة التي أتيت منها'} لمعرفة ما إذا كان الربط قد تم.`,
  }),
  continueTo: (lender) => (lender ? `المتابعة إلى ${name(lender)}` : 'متابعة'),
  closeWindow: 'إغلاق هذه النافذة',
  cannotClose: 'يُبقي متصفحك هذه النافذة مفتوحة. يمكنك إغلاقها بنفسك.',
};
