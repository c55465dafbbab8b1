import type { Advice } from '../../messages.js';
import type { Translation } from '../../messages-for.js';

const away: Advice = {
  title: 'يتعذّر الوصول إلى هذه الخدمة حاليًا',
  advice: 'لم يُفقد أي شيء. أعد المحاولة بعد قليل.',
};

const wrong: Advice = { title: 'حدثت مشكلة', advice: 'تواصل مع الدعم إذا تكرّر ذلك.' };

export const errors: Translation['errors'] = {
  'signed-out': {
    title: 'انتهت جلستك',
    advice: 'سجّل الدخول من جديد للمتابعة من حيث توقفت.',
  },
  token: away,
  refused: { title: 'لا تملك صلاحية الوصول إلى هذا', advice: 'تواصل مع الدعم للحصول على الصلاحية.' },
  missing: { title: 'لم يعد هذا موجودًا هنا', advice: 'تواصل مع الدعم إذا كان يُفترض أن يكون موجودًا.' },
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
};
