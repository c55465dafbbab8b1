import { plural, isolate, listFormatter } from '../../grammar.js';
import type { Translation } from '../../messages-for.js';

/** What a person has of each kind of platform. */
const possessions: Readonly<Record<string, string>> = {
  Accounting: 'برنامجك المحاسبي',
  Banking: 'حسابك المصرفي',
  Commerce: 'متجرك',
};

const list = listFormatter('ar');

export const platformPicker: Translation['platformPicker'] = {
  heading: connect,
  intro: (lender) =>
    `تسجّل الدخول في المنصة التي تستخدمها، ثم تعود إلى ${lender ? isolate(lender) : 'هذه الصفحة'}.`,
  search: 'ابحث عن منصتك',
  results: plural('ar', {
    zero: 'لا توجد منصات',
    one: 'منصة واحدة',
    two: 'منصتان',
    few: '# منصات',
    many: '# منصة',
    other: '# منصة',
  }),
  none: 'لا يوجد ما يمكن ربطه هنا حاليًا.',
  noneFor: (query) => `لا نتائج لـ «${isolate(query)}». تحقّق من الكتابة أو جرّب اسمًا أقصر.`,
  mostUsed: 'الأكثر استخدامًا',
  marks: { connected: 'متصلة', pending: 'إكمال الربط', failed: 'إعادة المحاولة' },
  required: (types) => `${connect(types)} للمتابعة.`,
};

function connect(sourceTypes: readonly string[]): string {
  const known = sourceTypes.flatMap((type) => possessions[type] ?? []);
  return `اربط ${known.length > 0 ? list(known) : 'نشاطك التجاري'}`;
}
