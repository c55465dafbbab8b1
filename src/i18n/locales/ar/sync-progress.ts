import { isolate, listFormatter, dataTypeNames } from '../../grammar.js';
import type { Translation } from '../../messages-for.js';
import { we } from './common.js';

const list = listFormatter('ar');

/** Types of data in the middle of a sentence. */
const row = (types: readonly string[]): string => list(types);

export const syncProgress: Translation['syncProgress'] = {
  heading: (platforms, reading) => {
    const what = reading ? 'جارٍ قراءة بياناتك' : 'بياناتك';
    return platforms.length > 0 ? `${what} من ${list(platforms.map(isolate))}` : what;
  },
  nothing: 'يظهر هنا ما يُقرأ بمجرد ربط منصة.',
  idle: 'لا تجري قراءة أي شيء في الوقت الحالي.',
  progress: {
    waiting: () => 'في الانتظار',
    reading: () => 'جارٍ القراءة',
    ready: () => 'جاهز',
    'not-offered': (platform) => `لا تتيحه ${isolate(platform)}`,
    failed: () => 'تعذّرت القراءة',
  },
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
      `لم تعد ${isolate(platform)} تسمح لـ ${we(lender)} بقراءة هذه البيانات: ${row(types)}. أعد الربط للمتابعة.`,
    permission: (types, platform) =>
      `لا يحق لمن سجّل الدخول إلى ${isolate(platform)} رؤية هذه البيانات: ${row(types)}. اطلب من مسؤول ${isolate(platform)} السماح بذلك.`,
    prerequisite: (types, platform, lender) =>
      `يلزم إعداد في ${isolate(platform)} قبل قراءة هذه البيانات: ${row(types)}. تواصل مع ${lender ? isolate(lender) : 'الدعم'} لمعرفته.`,
    later: (types, platform) =>
      `لم تقدّم ${isolate(platform)} هذه البيانات: ${row(types)}. قد تقدّمها عند الطلب التالي، وليس عليك فعل شيء.`,
    support: (types) =>
      `تعذّر فهم هذه البيانات: ${row(types)}. يتابع ${isolate('Codat')} ذلك، وليس عليك فعل شيء.`,
    stopped: (types, _, lender) =>
      `أُوقفت قراءة هذه البيانات: ${row(types)}. إن لم يكن هذا مقصودًا فتواصل مع ${lender ? isolate(lender) : 'الدعم'}.`,
  },
  older: 'ما قُرئ سابقًا ما زال صالحًا للاستخدام.',
  reconnect: (platform) => `إعادة ربط ${isolate(platform)}`,
  dataType: dataTypeNames(
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
  ),
};
