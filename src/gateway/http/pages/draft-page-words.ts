import type { PageWords } from './page-words.js';

/** Isolates a name from the direction of the sentence around it (Unicode, UAX 9, first strong isolate). */
const as = (name: string): string => `\u2068${name}\u2069`;

/**
 * The words of the gateway's pages in languages that no native speaker has approved yet. A gateway uses one of them
 * only if its host sets it: `pageWords: { nl: draftPageWords.nl }`.
 */
export const draftPageWords: Readonly<Record<'ar' | 'it' | 'nl' | 'pt', PageWords>> = {
  ar: {
    invitation: {
      title: (lender, platform) => `تطلب ${as(lender)} ربط ${as(platform)}`,
      why: (lender, platform) =>
        `أرسل إليك هذا الرابط شخص يتعامل مع ${as(lender)}، لأن بيانات الدخول إلى ${as(platform)} لديك. إن كنت لا تعرف من يكون فاسأل قبل المتابعة.`,
      next: (lender, platform) =>
        `تُفتح بعد ذلك صفحة تسجيل الدخول إلى ${as(platform)}. هناك تكتب كلمة مرورك، فلا تراها ${as(lender)} ولا من أرسل إليك الرابط. وهناك تقرر أيضًا هل يمكن لـ ${as(lender)} قراءة البيانات.`,
      until: ['يعمل هذا الرابط حتى ', '.'],
      reads: (lender) => `ما ستقرؤه ${as(lender)}`,
      continueTo: (platform) => `المتابعة إلى ${as(platform)}`,
      tryAgain: 'إعادة المحاولة',
    },
    handedOn: {
      why: (lender, platform) =>
        `أُنشئ هذا العنوان لعميل لدى ${as(lender)} يربط ${as(platform)} من صفحته الخاصة. كل ما يُربط به يعود إلى ذلك العميل: تقرؤه ${as(lender)} لصالح شركته لا شركتك. إذا أُرسل إليك ولا تعرف السبب، فلا تتابع.`,
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
    help: { from: (lender) => `المساعدة من ${as(lender)}` },
  },
  it: {
    invitation: {
      title: (lender, platform) => `${lender} chiede di collegare ${platform}`,
      why: (lender, platform) =>
        `Una persona in rapporti con ${lender} Le ha inviato questo link, perché Lei ha i dati di accesso a ${platform}. Se non sa chi possa essere, chieda prima di continuare.`,
      next: (lender, platform) =>
        `Ora si apre la pagina di accesso di ${platform}. Lì inserisce la Sua password: non la vedono né ${lender} né chi Le ha inviato questo link. Lì decide anche se ${lender} può leggere i dati.`,
      until: ['Questo link funziona fino al ', '.'],
      reads: (lender) => `Che cosa legge ${lender}`,
      continueTo: (platform) => `Continua su ${platform}`,
      tryAgain: 'Riprova',
    },
    handedOn: {
      why: (lender, platform) =>
        `Questo indirizzo è stato creato per un cliente di ${lender} che collega ${platform} dalla propria pagina. Tutto ciò che si collega con questo indirizzo appartiene a quel cliente: ${lender} lo legge per la sua azienda, non per la Sua. Se lo ha ricevuto e non sa perché, non continui.`,
    },
    invitationProblems: {
      missing: {
        title: 'Questo link non funziona',
        next: 'Potrebbe essere scaduto o essere stato ritirato. Ne chieda un altro a chi glielo ha inviato.',
      },
      used: {
        title: 'Questo link ha già svolto il suo compito',
        next: 'Ciò che era da collegare è collegato, e qui non resta nulla da fare. Per collegarlo di nuovo, chieda un altro link a chi glielo ha inviato.',
      },
      unavailable: {
        title: 'Al momento non è possibile effettuare l’accesso',
        next: 'Nulla è andato perso. Attenda un minuto e riprovi.',
      },
    },
    signInProblems: {
      incomplete: {
        title: 'Questo link non è completo',
        next: 'Torni indietro e scelga di nuovo che cosa vuole collegare.',
      },
      anothers: {
        title: 'Non può usare questo link',
        next: 'Potrebbe appartenere a un’azienda diversa da quella per cui ha effettuato l’accesso. Torni indietro e ricominci dalla Sua pagina.',
      },
      missing: {
        title: 'Questo collegamento non esiste più',
        next: 'Potrebbe essere stato eliminato nel frattempo. Torni indietro per collegare di nuovo.',
      },
      expired: {
        title: 'Questo link non funziona più',
        next: 'I link di accesso funzionano per dieci minuti. Torni indietro e scelga di nuovo che cosa vuole collegare.',
      },
      unavailable: {
        title: 'Al momento non è possibile effettuare l’accesso',
        next: 'Nulla è andato perso. Attenda un minuto, torni indietro e riprovi.',
      },
    },
    goBack: { text: 'Torna indietro' },
    help: { from: (lender) => `Aiuto di ${lender}` },
  },
  nl: {
    invitation: {
      title: (lender, platform) => `${lender} vraagt om ${platform} te koppelen`,
      why: (lender, platform) =>
        `Iemand die met ${lender} te maken heeft, heeft u deze link gestuurd omdat u de inloggegevens van ${platform} hebt. Als u niet weet wie dat kan zijn, vraag het dan na voordat u verdergaat.`,
      next: (lender, platform) =>
        `Hierna gaat de inlogpagina van ${platform} open. Daar typt u uw wachtwoord: ${lender} krijgt het niet te zien, en wie u deze link heeft gestuurd ook niet. Daar beslist u ook of ${lender} de gegevens mag lezen.`,
      until: ['Deze link werkt tot ', '.'],
      reads: (lender) => `Wat ${lender} leest`,
      continueTo: (platform) => `Verder naar ${platform}`,
      tryAgain: 'Opnieuw proberen',
    },
    handedOn: {
      why: (lender, platform) =>
        `Dit adres is gemaakt voor een klant van ${lender} die ${platform} koppelt vanaf een eigen pagina. Alles wat ermee wordt gekoppeld, hoort bij die klant: ${lender} leest het voor het bedrijf van die klant, niet voor het uwe. Als u het hebt gekregen en niet weet waarom, ga dan niet verder.`,
    },
    invitationProblems: {
      missing: {
        title: 'Deze link werkt niet',
        next: 'Misschien is hij verlopen of ingetrokken. Vraag een nieuwe aan wie u de link heeft gestuurd.',
      },
      used: {
        title: 'Deze link heeft zijn werk gedaan',
        next: 'Wat gekoppeld moest worden, is gekoppeld, en hier is niets meer te doen. Vraag een nieuwe link aan wie u deze heeft gestuurd om opnieuw te koppelen.',
      },
      unavailable: {
        title: 'Inloggen is op dit moment niet mogelijk',
        next: 'Er is niets verloren. Wacht een minuut en probeer het opnieuw.',
      },
    },
    signInProblems: {
      incomplete: {
        title: 'Deze link is niet volledig',
        next: 'Ga terug en kies opnieuw wat u wilt koppelen.',
      },
      anothers: {
        title: 'U kunt deze link niet gebruiken',
        next: 'Misschien hoort hij bij een ander bedrijf dan dat waarvoor u bent ingelogd. Ga terug en begin vanaf uw eigen pagina.',
      },
      missing: {
        title: 'Deze koppeling bestaat niet meer',
        next: 'Misschien is zij intussen verwijderd. Ga terug om opnieuw te koppelen.',
      },
      expired: {
        title: 'Deze link werkt niet meer',
        next: 'Links om in te loggen werken tien minuten. Ga terug en kies opnieuw wat u wilt koppelen.',
      },
      unavailable: {
        title: 'Inloggen is op dit moment niet mogelijk',
        next: 'Er is niets verloren. Wacht een minuut, ga terug en probeer het opnieuw.',
      },
    },
    goBack: { text: 'Teruggaan' },
    help: { from: (lender) => `Hulp van ${lender}` },
  },
  pt: {
    invitation: {
      title: (lender, platform) => `${lender} pede para conectar ${platform}`,
      why: (lender, platform) =>
        `Alguém que tem relação com ${lender} enviou este link porque você tem os dados de acesso a ${platform}. Se não souber quem pode ser, pergunte antes de continuar.`,
      next: (lender, platform) =>
        `A seguir, abre a página de acesso de ${platform}. Nela você digita sua senha: nem ${lender} nem quem enviou este link a vê. Nela você também decide se ${lender} pode ler os dados.`,
      until: ['Este link funciona até ', '.'],
      reads: (lender) => `O que ${lender} lê`,
      continueTo: (platform) => `Continuar para ${platform}`,
      tryAgain: 'Tentar novamente',
    },
    handedOn: {
      why: (lender, platform) =>
        `Este endereço foi criado para um cliente de ${lender} que conecta ${platform} na própria página. Tudo o que for conectado por ele pertence a esse cliente: ${lender} lê os dados para a empresa dele, não para a sua. Se você recebeu este endereço e não sabe por quê, não continue.`,
    },
    invitationProblems: {
      missing: {
        title: 'Este link não funciona',
        next: 'Ele pode ter expirado ou sido revogado. Peça outro a quem o enviou.',
      },
      used: {
        title: 'Este link já cumpriu sua função',
        next: 'O que havia para conectar está conectado, e não resta nada a fazer aqui. Para conectar de novo, peça outro link a quem o enviou.',
      },
      unavailable: {
        title: 'No momento não é possível entrar',
        next: 'Nada se perdeu. Espere um minuto e tente novamente.',
      },
    },
    signInProblems: {
      incomplete: {
        title: 'Este link não está completo',
        next: 'Volte e escolha de novo o que você quer conectar.',
      },
      anothers: {
        title: 'Você não pode usar este link',
        next: 'Ele pode ser de uma empresa diferente daquela pela qual você entrou. Volte e comece na sua própria página.',
      },
      missing: {
        title: 'Esta conexão não existe mais',
        next: 'Ela pode ter sido excluída nesse meio-tempo. Volte para conectar de novo.',
      },
      expired: {
        title: 'Este link não funciona mais',
        next: 'Os links de acesso funcionam por dez minutos. Volte e escolha de novo o que você quer conectar.',
      },
      unavailable: {
        title: 'No momento não é possível entrar',
        next: 'Nada se perdeu. Espere um minuto, volte e tente novamente.',
      },
    },
    goBack: { text: 'Voltar' },
    help: { from: (lender) => `Ajuda de ${lender}` },
  },
};
