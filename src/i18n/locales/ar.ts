import { createDataTypeNameLookup, createListFormatter, createPluralFormatter } from '../formatters.js';
import { isolate } from '../isolate.js';
import type { TitledMessage, PartialMessages } from '../messages.js';

/** The lender's name, or a phrase for the lender if there is none. */
const we = (lender: string): string => (lender ? isolate(lender) : 'هذه الجهة المقرضة');

const away: TitledMessage = {
  title: 'يتعذّر الوصول إلى هذه الخدمة حاليًا',
  advice: 'لم يُفقد أي شيء. أعد المحاولة بعد قليل.',
};

const wrong: TitledMessage = { title: 'حدثت مشكلة', advice: 'تواصل مع الدعم إذا تكرّر ذلك.' };

/** The phrase for a person's platform, by source type. */
const possessions: Readonly<Record<string, string>> = {
  Accounting: 'برنامجك المحاسبي',
  Banking: 'حسابك المصرفي',
  Commerce: 'متجرك',
};

const list = createListFormatter('ar');

function connect(sourceTypes: readonly string[]): string {
  const known = sourceTypes.flatMap((type) => possessions[type] ?? []);
  return `اربط ${known.length > 0 ? list(known) : 'نشاطك التجاري'}`;
}

/** A number of minutes, as the second number of a range. */
const minutes = createPluralFormatter('ar', {
  one: 'دقيقة واحدة',
  two: 'دقيقتين',
  few: '# دقائق',
  many: '# دقيقة',
  other: '# دقيقة',
});

/** The party to contact: the lender by name, or its support. */
const support = (lender: string): string => (lender ? isolate(lender) : 'الدعم');

const dataType = createDataTypeNameLookup(
  {
    accountTransactions: 'حركات الحسابات',
    balanceSheet: 'الميزانية العمومية',
    bankAccounts: 'الحسابات المصرفية',
    bankTransactions: 'الحركات المصرفية',
    billCreditNotes: 'إشعارات دائنة من الموردين',
    billPayments: 'المدفوعات للموردين',
    bills: 'فواتير الموردين',
    cashFlowStatement: 'قائمة التدفقات النقدية',
    chartOfAccounts: 'دليل الحسابات',
    company: 'بيانات الشركة',
    creditNotes: 'الإشعارات الدائنة',
    customers: 'العملاء',
    directCosts: 'المشتريات النقدية',
    directIncomes: 'المبيعات النقدية',
    invoices: 'الفواتير',
    itemReceipts: 'إيصالات استلام الأصناف',
    items: 'الأصناف',
    journalEntries: 'القيود المحاسبية',
    journals: 'دفاتر اليومية',
    paymentMethods: 'طرق الدفع',
    payments: 'المدفوعات',
    profitAndLoss: 'الأرباح والخسائر',
    purchaseOrders: 'أوامر الشراء',
    salesOrders: 'أوامر البيع',
    suppliers: 'الموردون',
    taxRates: 'نسب الضريبة',
    trackingCategories: 'فئات التتبع',
    transfers: 'التحويلات',
    'banking-accountBalances': 'أرصدة الحسابات',
    'banking-accounts': 'الحسابات المصرفية',
    'banking-transactionCategories': 'فئات الحركات',
    'banking-transactions': 'الحركات المصرفية',
    companyInfo: 'بيانات المتجر',
    disputes: 'النزاعات',
    locations: 'المواقع',
    orders: 'الطلبات',
    productCategories: 'فئات المنتجات',
    products: 'المنتجات',
    taxComponents: 'الضرائب',
    transactions: 'المعاملات',
  },
  'بيانات أخرى',
);

/** Arabic. This is a draft until a native speaker has reviewed it and added their name in this line. */
export const ar = {
  common: {
    loading: 'جارٍ التحميل',
    tryAgain: 'إعادة المحاولة',
    reload: 'إعادة تحميل الصفحة',
    signIn: 'تسجيل الدخول',
    away: 'يتعذّر الوصول إلى هذه الخدمة حاليًا.',
    opening: (platform) => `جارٍ فتح ${isolate(platform)}`,
  },
  copying: {
    reference: (id) => `الرقم المرجعي ${isolate(id)}`,
    copy: 'نسخ',
    copied: 'تم النسخ',
    notCopied: 'لا ينسخه متصفحك. حدّده وانسخه بنفسك.',
  },
  errors: {
    'signed-out': {
      title: 'انتهت جلستك',
      advice: 'سجّل الدخول من جديد للمتابعة من حيث توقفت.',
    },
    token: away,
    refused: { title: 'لا تملك صلاحية الوصول إلى هذا', advice: 'تواصل مع الدعم للحصول على الصلاحية.' },
    missing: { title: 'لم يعد هذا موجودًا هنا', advice: 'تواصل مع الدعم إذا كان يُفترض أن يكون موجودًا.' },
    outdated: { title: 'هذه الصفحة قديمة', advice: 'أعد تحميلها للمتابعة.' },
    rejected: wrong,
    busy: { title: 'عدد المستخدمين كبير حاليًا', advice: 'انتظر دقيقة ثم أعد المحاولة.' },
    unavailable: away,
    slow: { title: 'يستغرق هذا وقتًا طويلًا حاليًا', advice: 'لم يُفقد أي شيء. أعد المحاولة بعد قليل.' },
    unreachable: away,
    offline: { title: 'لا يوجد اتصال بالإنترنت', advice: 'تحقّق من شبكتك ثم أعد المحاولة.' },
    unreadable: wrong,
    declined: {
      title: 'أبلغت المنصة عن مشكلة',
      advice: 'لم يُربط أي شيء. أعد المحاولة أو اختر منصة أخرى.',
    },
    unsupported: {
      title: 'لا يمكن ربط هذه المنصة هنا',
      advice: 'اختر منصة أخرى أو تواصل مع الدعم.',
    },
  },
  sourceTypes: {
    Accounting: 'المحاسبة',
    Banking: 'الخدمات المصرفية',
    BankFeed: 'كشوف الحركات المصرفية',
    Commerce: 'المتاجر والمدفوعات',
    Expense: 'المصروفات',
    Other: 'أخرى',
    Unknown: 'أخرى',
  },
  platformPicker: {
    heading: connect,
    search: 'ابحث عن منصتك',
    results: createPluralFormatter('ar', {
      zero: 'لا توجد منصات',
      one: 'منصة واحدة',
      two: 'منصتان',
      few: '# منصات',
      many: '# منصة',
      other: '# منصة',
    }),
    resultsFor: (results, query) => `${results} لـ ${isolate(query)}`,
    moreResults: createPluralFormatter('ar', { other: 'و# أخرى: واصل الكتابة' }),
    showAll: createPluralFormatter('ar', { other: 'عرض الكل (#)' }),
    none: 'لا يوجد ما يمكن ربطه هنا حاليًا.',
    noneFor: (query) => `لا نتائج لـ «${isolate(query)}». تحقّق من الكتابة أو جرّب اسمًا أقصر.`,
    mostUsed: 'الأكثر استخدامًا',
    marks: { connected: 'متصلة', pending: 'إكمال الربط', failed: 'إعادة المحاولة' },
    required: (types) => `${connect(types)} للمتابعة.`,
  },
  preparing: {
    alreadyConnected: (platform, lender) => ({
      title: `${isolate(platform)} متصلة`,
      advice: `لا يمكن ربط أكثر من منصة محاسبية واحدة في الوقت نفسه. إذا غيّرتها تحتفظ ${we(lender)} بما قرأته منها.`,
    }),
    replace: (connected, wanted) => `فصل ${isolate(connected)} وربط ${isolate(wanted)}`,
    heading: (platform) => `ربط ${isolate(platform)}`,
    needsHeading: 'قبل أن تبدأ',
    needsThere: 'ما ستحتاج إليه هناك',
    copyKey: 'نسخ مفتاح الترخيص',
    needs: {
      administrator: (platform) => `تسجّل الدخول إلى ${isolate(platform)} بصفة مسؤول.`,
      companyAdministrator: (platform) =>
        `تسجّل الدخول إلى ${isolate(platform)} بصفة المسؤول الرئيسي أو مسؤول الشركة.`,
      adminApproval: () => `قد يلزم أن يوافق مسؤول ${isolate('Microsoft')} لديك أولًا، ثم تبدأ من جديد.`,
      staffPermissions: (platform) =>
        `لحسابك في ${isolate(platform)} الصلاحيتان «${isolate('Enable app development')}» و«${isolate('Develop apps')}».`,
      windowsComputer: (platform) =>
        `أنت أمام حاسوب ${isolate('Windows')} الذي يعمل عليه ${isolate(platform)}. لا يعمل ذلك على ${isolate('Mac')}.`,
      windowsAdministrator: () => 'يمكنك تثبيت البرامج على ذلك الحاسوب.',
      ownComputer: (platform) =>
        `يعمل ${isolate(platform)} على ذلك الحاسوب نفسه، لا لدى خدمة استضافة مثل ${isolate('Online50')}.`,
      installer: () => 'تنزّل برنامجًا صغيرًا وتثبّته هناك.',
      orHosted: () =>
        `لا حاجة إلى تثبيت أي شيء إذا كنت تستخدم ${isolate('QuickBooks Enterprise Cloud')} أو ${isolate('Rightworks')}.`,
      licenceKey: () => 'يطلب البرنامج مفتاح ترخيص. تنسخه من هذه الصفحة.',
      companyOpen: (platform) => `${isolate(platform)} مفتوح، وأنت داخل الشركة التي تريد ربطها.`,
      fileUser: (platform) => `تعرف اسم مستخدم وكلمة مرور في ${isolate(platform)} لمن يُسمح له بقراءة كل شيء.`,
      accountRightFileUser: () =>
        `لملف ${isolate('AccountRight')} تعرف اسم المستخدم وكلمة المرور الخاصين به، ويطلبهما ${isolate('Codat')} ويحتفظ بهما.`,
      onlineFile: () => 'ملف شركتك محفوظ على الإنترنت، لا على حاسوب فقط.',
      bundle: (platform) =>
        `تثبّت الحزمة «${isolate('AppLink')}» في ${isolate(platform)} وتفعّل أربعًا من ميزاتها.`,
      extension: (platform) =>
        `إضافة ${isolate('Codat')} المسماة «${isolate('App Link')}» مثبّتة في ${isolate(platform)}. قد يُعاد تحميل الصفحة تلقائيًا أثناء ذلك.`,
      subsidiary: () => 'تختار حساب الإنتاج وشركة تابعة واحدة.',
      webServices: (platform) => `تفعّل خدمات الويب في ${isolate(platform)}.`,
      webServicesUser: () => 'تنشئ مستخدمًا لخدمات الويب، وتُدخل اسمه وكلمة مروره مع معرّف شركتك.',
      entityAccess: (platform) => `الوصول على مستوى الكيان مفعّل في ${isolate(platform)}.`,
      storeAddress: () => 'تعرف عنوان متجرك على الويب.',
      storeName: () => `تعرف اسم متجرك: ما يسبق ${isolate('.myshopify.com')} في عنوانه.`,
      ownApp: () =>
        `تنشئ تطبيقًا خاصًا بك في ${isolate('Dev Dashboard')} لدى ${isolate('Shopify')} وتثبّته، ثم تنسخ معرّف العميل والرمز السري.`,
      apiAccount: (platform) =>
        `تنشئ في ${isolate(platform)} حساب واجهة برمجية للمتجر وتنسخ منه أربع قيم. تظهر مرة واحدة فقط.`,
      onePerRegion: () => 'يُربط كل سوق على حدة. تكرّر الربط لكل منطقة تبيع فيها.',
      bank: (platform) => `تختار مصرفك في ${isolate(platform)} وتسجّل الدخول إليه من هناك.`,
      every90Days: () => 'يُطلب منك تأكيد ذلك كل 90 يومًا.',
      noTrial: () => 'لا يمكن ربط حساب تجريبي.',
      notSelfEmployed: () => `لا يمكن ربط ${isolate('QuickBooks Self-Employed')}.`,
      notClassic: () => `لا يمكن ربط ${isolate('FreshBooks Classic')}.`,
      standardOnline: () =>
        `تستخدم الإصدار ${isolate('Standard')} عبر الإنترنت. لا يمكن ربط ${isolate('Sage 200 Professional')}.`,
    },
    password: {
      platform: (platform, lender) =>
        `تسجّل الدخول في صفحة ${isolate(platform)} نفسها. لا تطّلع ${we(lender)} على كلمة مرورك أبدًا.`,
      codat: (platform, lender) =>
        `تُدخل بيانات دخولك إلى ${isolate(platform)} في صفحة تابعة لـ ${isolate('Codat')} الذي يقرأ بياناتك لصالح ${we(lender)}.`,
      connector: (platform) =>
        `تكتب كلمة مرورك في ${isolate(platform)} داخل البرنامج الذي تثبّته، لا في هذه الصفحة أبدًا.`,
    },
    lasts: ({ from, to }) => `يستغرق ذلك من ${from} إلى ${minutes(to)}.`,
    firstData: {
      overnight: (platform) =>
        `قد لا تصل البيانات الأولى إلا ليلًا، بين السابعة مساءً والسابعة صباحًا، والحاسوب يعمل. لا يمكن استخدام ${isolate(platform)} أثناء القراءة.`,
      whileComputerIsOn: (platform) =>
        `تصل البيانات الأولى خلال نصف ساعة ما دام الحاسوب الذي يعمل عليه ${isolate(platform)} مشغّلًا.`,
    },
    onPhone: {
      'computer-advised': (platform) => ({
        title: 'هذا أسهل على الحاسوب',
        advice: `يصعب استخدام صفحات ${isolate(platform)} على شاشة صغيرة. أرسل الرابط إلى حاسوبك أو تابع هنا.`,
      }),
      'windows-only': (platform) => ({
        title: `تابع على الحاسوب الذي يعمل عليه ${isolate(platform)}`,
        advice: `لا يمكن ربط ${isolate(platform)} من الهاتف. أرسل الرابط إلى ذلك الحاسوب وافتحه هناك.`,
      }),
    },
    agreeFirst: 'ضع علامة في المربع للمتابعة.',
    agreeAgain: 'تغيّر هذا النص. اقرأه وضع علامة في المربع للمتابعة.',
    sendToComputer: 'إرسال الرابط إلى حاسوبي',
    continueTo: (platform) => `المتابعة إلى ${isolate(platform)}`,
    back: 'العودة إلى كل المنصات',
  },
  sharing: {
    ask: 'هل يسجّل الدخول شخص آخر؟',
    choose: 'اختر المنصة التي يستخدمها ذلك الشخص. تحصل على رابط لترسله إليه.',
    myself: 'بيانات الدخول لديّ',
    heading: (platform) => `إرسال رابط لـ ${isolate(platform)}`,
    explains: (platform, lender) => [
      `يفتح صاحب بيانات الدخول الرابط ويسجّل الدخول إلى ${isolate(platform)} بنفسه. لا تحتاج إلى كلمة مروره، ولا يرى شيئًا من طلبك.`,
      `يوضّح الرابط أن الطلب من ${we(lender)}. يعمل لمدة محدودة، ويمكنك سحبه.`,
    ],
    get: 'الحصول على الرابط',
    making: { title: 'جارٍ إنشاء الرابط', advice: '' },
    send: 'إرسال الرابط',
    standings: {
      open: (platform) => ({
        title: `أرسل هذا الرابط إلى من لديه بيانات الدخول إلى ${isolate(platform)}`,
        advice: 'تُظهر هذه الصفحة متى ينتهي. يمكنك مغادرتها، فالرابط يبقى صالحًا.',
      }),
      used: (platform) => ({
        title: `شخص ما يسجّل الدخول إلى ${isolate(platform)}`,
        advice: 'فُتح رابطك ولم ينتهِ الأمر بعد. يبقى الرابط صالحًا حتى ذلك الحين.',
      }),
      connected: (platform) => ({
        title: `تم ربط ${isolate(platform)}`,
        advice: 'يمكنك الفصل في أي وقت.',
      }),
      withdrawn: (platform) => ({
        title: `سُحب الرابط الخاص بـ ${isolate(platform)}`,
        advice: 'لم يعد بإمكان أحد تسجيل الدخول به.',
      }),
      expired: (platform) => ({
        title: `انتهت صلاحية الرابط الخاص بـ ${isolate(platform)}`,
        advice: 'لم يكمل أحد تسجيل الدخول به. أنشئ رابطًا آخر لإرساله.',
      }),
      Unknown: (platform) => ({
        title: `لا يمكن معرفة حالة الرابط الخاص بـ ${isolate(platform)} حاليًا`,
        advice: 'أعد تحميل هذه الصفحة لرؤيتها.',
      }),
    },
    link: 'الرابط المراد إرساله',
    copy: 'نسخ الرابط',
    mail: 'إرساله بالبريد الإلكتروني',
    subject: (platform, lender) => `تطلب ${we(lender)} ربط ${isolate(platform)}`,
    body: (platform, lender, { url, until }) =>
      [
        'مرحبًا،',
        `تطلب ${we(lender)} قراءة بياناتنا في ${isolate(platform)}، وبيانات الدخول لديك. افتح هذا الرابط وسجّل الدخول هناك:`,
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
    withdrawFor: (platform) => `سحب الرابط الخاص بـ ${isolate(platform)}`,
    tooMany: {
      title: 'لديك روابط كثيرة بالفعل',
      advice: 'اسحب رابطًا لم تعد بحاجة إليه، ثم أنشئ رابطًا آخر.',
    },
  },
  journey: {
    creating: { title: 'جارٍ التحضير', advice: 'تُفتح صفحة تسجيل الدخول بعد لحظات.' },
    authorizing: (platform, openedIn) => ({
      title: `أكمل تسجيل الدخول في ${isolate(platform)}`,
      advice:
        openedIn === 'tab'
          ? 'يتم ذلك في علامة التبويب هذه، ثم تعود إلى هنا.'
          : `${openedIn === 'host' ? 'فُتحت الصفحة المخصصة لذلك.' : 'فُتحت نافذة لذلك.'} تنتقل هذه الصفحة تلقائيًا عند انتهائك.`,
    }),
    blocked: (platform) => ({
      title: `تابع إلى ${isolate(platform)}`,
      advice: 'حظر متصفحك نافذة تسجيل الدخول. تابع في علامة التبويب هذه، ثم تعود إلى هنا.',
    }),
    continueTo: (platform) => `المتابعة إلى ${isolate(platform)}`,
    confirming: (platform) => ({
      title: `جارٍ التحقق لدى ${isolate(platform)}`,
      advice: 'يستغرق ذلك بضع ثوانٍ.',
    }),
    connected: (platform, organisation) => ({
      title: `تم ربط ${isolate(organisation ?? platform)}`,
      advice: organisation ? `عبر ${isolate(platform)}. يمكنك الفصل في أي وقت.` : 'يمكنك الفصل في أي وقت.',
    }),
    intro: (lender) =>
      `تسجّل الدخول في المنصة التي تستخدمها، ثم تعود إلى ${lender ? isolate(lender) : 'هذه الصفحة'}. يمكنك الفصل في أي وقت.`,
    reads: (lender, types, readsOnly) =>
      `تقرأ ${we(lender)} هذه البيانات: ${list(types.map(dataType))}.${readsOnly ? ' لا تكتب أي شيء.' : ''} يمكنك الفصل في أي وقت.`,
    unsupported: (platform, lender) => ({
      title: `لا يمكن ربط ${isolate(platform)} بـ ${we(lender)}`,
      advice: `اختر منصة أخرى أو تواصل مع ${support(lender)}.`,
    }),
    failedAtPlatform: (platform) => ({
      title: `أبلغت ${isolate(platform)} عن مشكلة`,
      advice: 'لم يُربط أي شيء. أعد المحاولة أو اختر منصة أخرى.',
    }),
    abandoned: {
      declined: (platform) => ({
        title: `لم يتم ربط ${isolate(platform)}`,
        advice: 'ألغيت في صفحة تسجيل الدخول. لم تتم مشاركة أي شيء.',
      }),
      returned: (platform) => ({
        title: `لم يتم ربط ${isolate(platform)} بعد`,
        advice: 'عدت قبل الانتهاء. ابدأ من جديد متى شئت.',
      }),
      cancelled: (platform) => ({
        title: `لم يتم ربط ${isolate(platform)}`,
        advice: 'توقفت قبل الانتهاء. يمكنك المتابعة في أي وقت.',
      }),
      expired: (platform) => ({
        title: `لم يتم ربط ${isolate(platform)} بعد`,
        advice: 'استغرق تسجيل الدخول أكثر من نصف ساعة، فتوقفنا عن الانتظار. ابدأ من جديد متى شئت.',
      }),
    },
    sameAsBefore: (organisation) =>
      organisation
        ? `سجّل الدخول باسم ${isolate(organisation)} كما في السابق.`
        : 'سجّل الدخول باسم المنشأة نفسها كما في السابق.',
    unsure: (previous, current) =>
      current
        ? 'لا يمكننا التحقق من أنها المنشأة نفسها كما في السابق. إن لم تكن هي فافصلها وأعد الربط.'
        : `لم نُخبَر بأي منشأة يتعلق الأمر${previous ? `؛ كانت في السابق ${isolate(previous)}` : ''}. إذا سجّلت الدخول باسم منشأة أخرى فافصلها وأعد الربط.`,
    comparing: (platform, previous, current) => ({
      title: `سجّلت الدخول باسم ${isolate(current)}`,
      advice: `كانت ${isolate(platform)} مرتبطة سابقًا باسم ${isolate(previous)}. تابع مع ${isolate(current)}، أو افصلها وسجّل الدخول من جديد.`,
    }),
    carryOn: (organisation) => `المتابعة مع ${isolate(organisation)}`,
    onceMore: 'الفصل وتسجيل الدخول من جديد',
    inApp: 'هذه الصفحة مفتوحة داخل تطبيق آخر. لا تسمح بعض المنصات بتسجيل الدخول هناك، لذلك افتحها في متصفحك.',
    openInBrowser: 'الفتح في المتصفح',
    notListed: 'لا تجد منصتك؟',
    otherWays: (lender) => `اسأل ${lender ? isolate(lender) : 'الجهة المقرضة'} عمّا يمكنك إرساله بدلًا من ذلك.`,
    startAgain: 'البدء من جديد',
    showWindow: 'إظهار النافذة',
    openAgain: 'فتح نافذة جديدة لتسجيل الدخول',
    signInHost: (host) => `صفحة تسجيل الدخول موجودة على ${isolate(host)}.`,
    pasteLink: `انسخ الرابط وافتح ${isolate('Safari')} أو ${isolate('Chrome')} والصقه هناك.`,
    openHere: 'الفتح في علامة التبويب هذه',
    cancel: 'إلغاء',
    status: 'متصلة',
    leave: {
      connected: 'تم',
      change: 'تغيير',
      another: 'ربط منصة أخرى',
      platforms: 'اختيار منصة أخرى',
      away: 'إغلاق',
    },
  },
  connectionList: {
    heading: 'اتصالاتك',
    empty: 'لا يوجد ما هو متصل بعد.',
    choose: 'اختيار ما تريد ربطه',
    search: 'ابحث عن اتصال',
    results: createPluralFormatter('ar', {
      zero: 'لا توجد اتصالات',
      one: 'اتصال واحد',
      two: 'اتصالان',
      few: '# اتصالات',
      many: '# اتصالًا',
      other: '# اتصال',
    }),
    noneFor: (query) => `لا نتائج لـ «${isolate(query)}». جرّب اسمًا أقصر.`,
    unreadable: createPluralFormatter('ar', {
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
      unfinished: (platform) => `لم تكمل تسجيل الدخول إلى ${isolate(platform)}. لم تتم مشاركة أي شيء بعد.`,
      declined: (platform) => `أُلغي تسجيل الدخول إلى ${isolate(platform)}. لم تتم مشاركة أي شيء بعد.`,
      failed: (platform, lender) =>
        `أبلغت ${isolate(platform)} عن مشكلة أثناء تسجيل الدخول. إذا تكرّرت فتواصل مع ${support(lender)}.`,
      unsupported: (platform, lender, canChoose) =>
        `لا يمكن ربط ${isolate(platform)} هنا. ${canChoose ? 'اختر منصة أخرى أو ' : ''}تواصل مع ${support(lender)}.`,
      lost: (platform, lender) =>
        `لم تعد ${isolate(platform)} تسمح لـ ${we(lender)} بالقراءة. انتهت مدة الوصول أو أُلغي هناك.`,
      readOnce: (platform, lender) =>
        `قرأت ${we(lender)} بيانات ${isolate(platform)} ولا تقرأ أي جديد. إن لم يكن هذا مقصودًا فتواصل مع ${support(lender)}.`,
      unlinked: (_, lender) => `تحتفظ ${we(lender)} بما قرأته بالفعل ولا تقرأ أي جديد.`,
      unknown: (platform, lender) =>
        `هناك ما يحتاج إلى مراجعة في ${isolate(platform)}. تواصل مع ${support(lender)} لمعرفة السبب.`,
    },
    since: (date) => `منذ ${date}`,
    read: (ago) => `قُرئت ${ago}`,
    ways: {
      finish: { short: 'إكمال', whole: (platform) => `إكمال ربط ${isolate(platform)}` },
      tryAgain: { short: 'إعادة المحاولة', whole: (platform) => `إعادة المحاولة لربط ${isolate(platform)}` },
      reconnect: { short: 'إعادة الربط', whole: (platform) => `إعادة الربط مع ${isolate(platform)}` },
      choose: { short: 'اختيار أخرى', whole: (platform) => `اختيار أخرى بدلًا من ${isolate(platform)}` },
    },
    more: (platform) => `المزيد عن ${isolate(platform)}`,
    actions: { disconnect: 'فصل', delete: 'حذف' },
    under: {
      disconnect: (platform) => `جارٍ فصل ${isolate(platform)}`,
      delete: (platform) => `جارٍ حذف ${isolate(platform)}`,
    },
    done: {
      disconnect: (platform, lender) =>
        `تم فصل ${isolate(platform)}. تحتفظ ${we(lender)} بما قرأته بالفعل ولا تقرأ أي جديد.`,
      delete: (platform, lender) =>
        `تم حذف الاتصال مع ${isolate(platform)}. لم يعد بإمكان ${we(lender)} قراءة بياناته عبر ${isolate('Codat')}.`,
    },
    changed: (platform, status) => `${isolate(platform)}: ${status}`,
    ofOrganisation: (platform, organisation) => `${isolate(platform)} (${isolate(organisation)})`,
    connectAnother: { Banking: 'ربط مصرف آخر', Commerce: 'ربط متجر آخر' },
    details: {
      show: 'التفاصيل',
      hide: 'إخفاء التفاصيل',
      heading: (platform) => `تفاصيل ${isolate(platform)}`,
      organisation: 'المنشأة',
      unnamed: (platform) => `لا تذكره ${isolate(platform)}`,
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
        title: `هل تريد فصل ${isolate(platform)}؟`,
        advice: `تحتفظ ${we(lender)} بما قرأته بالفعل ولا تقرأ أي جديد. يمكنك إعادة الربط في أي وقت.`,
        yes: 'فصل',
        no: 'إبقاء الاتصال',
      }),
      delete: (platform, lender) => ({
        title: `هل تريد حذف الاتصال مع ${isolate(platform)}؟`,
        advice: `لن تستطيع ${we(lender)} بعد ذلك قراءة بيانات هذا الاتصال عبر ${isolate('Codat')}. لا يمكن التراجع عن هذا.`,
        yes: 'حذف نهائي',
        no: 'إبقاء',
      }),
    },
  },
  syncProgress: {
    heading: (platforms, reading) => {
      const what = reading ? 'جارٍ قراءة بياناتك' : 'بياناتك';
      return platforms.length > 0 ? `${what} من ${list(platforms.map(isolate))}` : what;
    },
    idle: 'لا تجري قراءة أي شيء في الوقت الحالي.',
    progress: {
      waiting: 'في الانتظار',
      reading: 'جارٍ القراءة',
      ready: 'جاهز',
      failed: 'تعذّرت القراءة',
    },
    notOffered: (types, platform) => `لا تتيح ${isolate(platform)} هذه البيانات: ${list(types)}.`,
    readingShare: (percent) => `جارٍ القراءة: ${isolate(percent)}`,
    pausedUntil: (when) => `متوقف مؤقتًا حتى ${isolate(when)}`,
    count: (ready, all) => `الجاهز: ${ready} من ${all}`,
    reading: 'يستغرق ذلك بضع دقائق. يمكنك مغادرة هذه الصفحة، فالقراءة مستمرة.',
    enough: 'هذا يكفي للبدء. تصل البقية في الخلفية، ويمكنك مغادرة هذه الصفحة.',
    complete: 'تمت قراءة كل ما يمكن قراءته.',
    partly: 'تمت قراءة كل ما عدا ذلك.',
    nothingRead: 'تعذّرت قراءة أي شيء.',
    slow: {
      overnight: (platform) =>
        `يُقرأ ${isolate(platform)} بين السابعة مساءً والسابعة صباحًا ما دام الحاسوب الذي يعمل عليه مشغّلًا. يمكنك مغادرة هذه الصفحة.`,
      whileComputerIsOn: (platform) =>
        `تبدأ القراءة عند تشغيل الحاسوب الذي يعمل عليه ${isolate(platform)}. يمكنك مغادرة هذه الصفحة.`,
      afterInstalling: (platform) =>
        `تبدأ القراءة بعد 10 إلى 20 دقيقة من الربط، متى ثُبّت في ${isolate(platform)} ما يتيحها. يمكنك مغادرة هذه الصفحة.`,
    },
    troubles: {
      reconnect: (types, platform, lender) =>
        `لم تعد ${isolate(platform)} تسمح لـ ${we(lender)} بقراءة هذه البيانات: ${list(types)}. أعد الربط للمتابعة.`,
      permission: (types, platform) =>
        `لا يحق لمن سجّل الدخول إلى ${isolate(platform)} رؤية هذه البيانات: ${list(types)}. اطلب من مسؤول ${isolate(platform)} السماح بذلك.`,
      prerequisite: (types, platform, lender) =>
        `يلزم إعداد في ${isolate(platform)} قبل قراءة هذه البيانات: ${list(types)}. تواصل مع ${lender ? isolate(lender) : 'الدعم'} لمعرفته.`,
      later: (types, platform) =>
        `لم تقدّم ${isolate(platform)} هذه البيانات: ${list(types)}. قد تقدّمها عند الطلب التالي، وليس عليك فعل شيء.`,
      support: (types) =>
        `تعذّر فهم هذه البيانات: ${list(types)}. يتابع ${isolate('Codat')} ذلك، وليس عليك فعل شيء.`,
      stopped: (types, _, lender) =>
        `أُوقفت قراءة هذه البيانات: ${list(types)}. إن لم يكن هذا مقصودًا فتواصل مع ${lender ? isolate(lender) : 'الدعم'}.`,
    },
    older: 'ما قُرئ سابقًا ما زال صالحًا للاستخدام.',
    reconnect: (platform) => `إعادة ربط ${isolate(platform)}`,
    dataType,
  },
  connectionResult: {
    checking: 'جارٍ التحقق من اتصالك',
    connected: (platform, lender) => ({
      title: `تم ربط ${isolate(platform)}`,
      advice: `تستطيع ${we(lender)} قراءة بياناتك الآن. يمكنك الفصل في أي وقت.`,
    }),
    declined: (platform) => ({
      title: `لم يتم ربط ${isolate(platform)}`,
      advice: 'ألغيت في صفحة تسجيل الدخول. لم تتم مشاركة أي شيء.',
    }),
    unsupported: (platform) => ({
      title: `لا يمكن ربط ${isolate(platform)} هنا`,
      advice: 'عد لاختيار منصة أخرى.',
    }),
    failed: (platform) => ({
      title: `لم يتم ربط ${isolate(platform)}`,
      advice: `أبلغت ${isolate(platform)} عن مشكلة. عد لإعادة المحاولة.`,
    }),
    unfinished: (platform) => ({
      title: `لم يتم ربط ${isolate(platform)} بعد`,
      advice: 'عد لإكمال الربط متى شئت.',
    }),
    shared: {
      connected: (platform) => ({
        title: `تم ربط ${isolate(platform)}`,
        advice: 'يمكنك إغلاق هذه النافذة. من أرسل إليك الرابط يرى ذلك تلقائيًا.',
      }),
      declined: (platform) => ({
        title: `لم يتم ربط ${isolate(platform)}`,
        advice: 'ألغيت في صفحة تسجيل الدخول ولم تتم مشاركة أي شيء. رابطك ما زال صالحًا.',
      }),
      unsupported: (platform, lender) => ({
        title: `لا يمكن ربط ${isolate(platform)} هنا`,
        advice: `لا تستطيع ${we(lender)} استخدامها. أخبر من أرسل إليك الرابط.`,
      }),
      failed: (platform) => ({
        title: `لم يتم ربط ${isolate(platform)}`,
        advice: `أبلغت ${isolate(platform)} عن مشكلة. افتح رابطك مرة أخرى لإعادة المحاولة.`,
      }),
      unfinished: (platform) => ({
        title: `لم يتم ربط ${isolate(platform)} بعد`,
        advice: 'افتح رابطك مرة أخرى لإكمال الربط.',
      }),
    },
    unknown: (lender) => ({
      title: 'لا يمكننا معرفة ما حدث من هنا',
      advice: `عد إلى ${lender ? isolate(lender) : 'الصفحة التي أتيت منها'} لمعرفة ما إذا كان الربط قد تم.`,
    }),
    goBack: (lender) => (lender ? `العودة إلى ${isolate(lender)}` : 'العودة'),
    continueTo: (lender) => (lender ? `المتابعة إلى ${isolate(lender)}` : 'متابعة'),
    closing: 'يمكنك المتابعة في النافذة الأخرى. تُغلق هذه النافذة تلقائيًا.',
    leftOver: 'يمكنك المتابعة في النافذة الأخرى وإغلاق هذه النافذة.',
    closeWindow: 'إغلاق هذه النافذة',
    cannotClose: 'يُبقي متصفحك هذه النافذة مفتوحة. يمكنك إغلاقها بنفسك.',
  },
  poweredByCodat: {
    label: `بتقنية ${isolate('Codat')}`,
  },
} satisfies PartialMessages;
