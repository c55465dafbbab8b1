import { plural, isolate as name } from '../../grammar.js';
import type { Translation } from '../../messages-for.js';
import { we } from './common.js';

/** So many minutes, as the second of two numbers. */
const minutes = plural('ar', {
  one: 'دقيقة واحدة',
  two: 'دقيقتين',
  few: '# دقائق',
  many: '# دقيقة',
  other: '# دقيقة',
});

export const preparing: Translation['preparing'] = {
  alreadyConnected: (platform) => ({
    title: `${name(platform)} متصلة`,
    advice: 'لا يمكن ربط أكثر من منصة محاسبية واحدة في الوقت نفسه. إذا غيّرتها يُحتفظ بما قُرئ منها.',
  }),
  replace: (connected, wanted) => `فصل ${name(connected)} وربط ${name(wanted)}`,
  heading: (platform) => `ربط ${name(platform)}`,
  needsHeading: 'قبل أن تبدأ',
  copyKey: 'نسخ مفتاح الترخيص',
  needs: {
    administrator: (platform) => `تسجّل الدخول إلى ${name(platform)} بصفة مسؤول.`,
    companyAdministrator: (platform) =>
      `تسجّل الدخول إلى ${name(platform)} بصفة المسؤول الرئيسي أو مسؤول الشركة.`,
    adminApproval: () => `قد يلزم أن يوافق مسؤول ${name('Microsoft')} لديك أولًا، ثم تبدأ من جديد.`,
    staffPermissions: (platform) =>
      `لحسابك في ${name(platform)} الصلاحيتان «${name('Enable app development')}» و«${name('Develop apps')}».`,
    windowsComputer: (platform) =>
      `أنت أمام حاسوب ${name('Windows')} الذي يعمل عليه ${name(platform)}. لا يعمل ذلك على ${name('Mac')}.`,
    windowsAdministrator: () => 'يمكنك تثبيت البرامج على ذلك الحاسوب.',
    ownComputer: (platform) =>
      `يعمل ${name(platform)} على ذلك الحاسوب نفسه، لا لدى خدمة استضافة مثل ${name('Online50')}.`,
    installer: () => 'تنزّل برنامجًا صغيرًا وتثبّته هناك.',
    orHosted: () =>
      `لا حاجة إلى تثبيت أي شيء إذا كنت تستخدم ${name('QuickBooks Enterprise Cloud')} أو ${name('Rightworks')}.`,
    licenceKey: () => 'يطلب البرنامج مفتاح ترخيص. تنسخه من هذه الصفحة.',
    companyOpen: (platform) => `${name(platform)} مفتوح، وأنت داخل الشركة التي تريد ربطها.`,
    fileUser: (platform) => `تعرف اسم مستخدم وكلمة مرور في ${name(platform)} لمن يُسمح له بقراءة كل شيء.`,
    accountRightFileUser: () =>
      `لملف ${name('AccountRight')} تعرف اسم المستخدم وكلمة المرور الخاصين به، ويطلبهما ${name('Codat')} ويحتفظ بهما.`,
    onlineFile: () => 'ملف شركتك محفوظ على الإنترنت، لا على حاسوب فقط.',
    bundle: (platform) => `تثبّت الحزمة «${name('AppLink')}» في ${name(platform)} وتفعّل أربعًا من ميزاتها.`,
    extension: (platform) =>
      `إضافة ${name('Codat')} المسماة «${name('App Link')}» مثبّتة في ${name(platform)}. قد يُعاد تحميل الصفحة تلقائيًا أثناء ذلك.`,
    subsidiary: () => 'تختار حساب الإنتاج وشركة تابعة واحدة.',
    webServices: (platform) => `تفعّل خدمات الويب في ${name(platform)}.`,
    webServicesUser: () => 'تنشئ مستخدمًا لخدمات الويب، وتُدخل اسمه وكلمة مروره مع معرّف شركتك.',
    entityAccess: (platform) => `الوصول على مستوى الكيان مفعّل في ${name(platform)}.`,
    storeAddress: () => 'تعرف عنوان متجرك على الويب.',
    storeName: () => `تعرف اسم متجرك: ما يسبق ${name('.myshopify.com')} في عنوانه.`,
    ownApp: () =>
      `تنشئ تطبيقًا خاصًا بك في ${name('Dev Dashboard')} لدى ${name('Shopify')} وتثبّته، ثم تنسخ معرّف العميل والرمز السري.`,
    apiAccount: (platform) =>
      `تنشئ في ${name(platform)} حساب واجهة برمجية للمتجر وتنسخ منه أربع قيم. تظهر مرة واحدة فقط.`,
    onePerRegion: () => 'يُربط كل سوق على حدة. تكرّر الربط لكل منطقة تبيع فيها.',
    bank: (platform) => `تختار مصرفك في ${name(platform)} وتسجّل الدخول إليه من هناك.`,
    every90Days: () => 'يُطلب منك تأكيد ذلك كل 90 يومًا.',
    noTrial: () => 'لا يمكن ربط حساب تجريبي.',
    notSelfEmployed: () => `لا يمكن ربط ${name('QuickBooks Self-Employed')}.`,
    notClassic: () => `لا يمكن ربط ${name('FreshBooks Classic')}.`,
    standardOnline: () =>
      `تستخدم الإصدار ${name('Standard')} عبر الإنترنت. لا يمكن ربط ${name('Sage 200 Professional')}.`,
  },
  password: {
    platform: (platform, lender) =>
      `تسجّل الدخول لدى ${name(platform)} مباشرة. لا تطّلع ${we(lender)} على كلمة مرورك أبدًا.`,
    codat: (platform, lender) =>
      `تُدخل بيانات دخولك إلى ${name(platform)} في صفحة تابعة لـ ${name('Codat')} الذي يقرأ بياناتك لصالح ${we(lender)}.`,
    connector: (platform) =>
      `تكتب كلمة مرورك في ${name(platform)} داخل البرنامج الذي تثبّته، لا في هذه الصفحة أبدًا.`,
  },
  lasts: ({ from, to }) => `يستغرق ذلك من ${from} إلى ${minutes(to)}.`,
  firstData: {
    overnight: (platform) =>
      `قد لا تصل البيانات الأولى إلا ليلًا، بين السابعة مساءً والسابعة صباحًا، والحاسوب يعمل. لا يمكن استخدام ${name(platform)} أثناء القراءة.`,
    whileComputerIsOn: (platform) =>
      `تصل البيانات الأولى خلال نصف ساعة ما دام الحاسوب الذي يعمل عليه ${name(platform)} مشغّلًا.`,
  },
  onPhone: {
    'computer-advised': (platform) => ({
      title: 'هذا أسهل على الحاسوب',
      advice: `يصعب استخدام صفحات ${name(platform)} على شاشة صغيرة. أرسل الرابط إلى حاسوبك أو تابع هنا.`,
    }),
    'windows-only': (platform) => ({
      title: `تابع على الحاسوب الذي يعمل عليه ${name(platform)}`,
      advice: `لا يمكن ربط ${name(platform)} من الهاتف. أرسل الرابط إلى ذلك الحاسوب وافتحه هناك.`,
    }),
  },
  agreeFirst: 'ضع علامة في المربع للمتابعة.',
  agreeAgain: 'تغيّر هذا النص. اقرأه وضع علامة في المربع للمتابعة.',
  sendToComputer: 'إرسال الرابط إلى حاسوبي',
  continueTo: (platform) => `المتابعة إلى ${name(platform)}`,
  back: 'العودة إلى كل المنصات',
};
