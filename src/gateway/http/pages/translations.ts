import type { PageWords, SomePageWords } from './page-words.js';

/** The words of the gateway's pages, by language; each is complete. */
export const translations: Readonly<Record<string, PageWords>> & { readonly en: PageWords } = {
  en: {
    invitation: {
      title: (lender, platform) => `${lender} asks to connect ${platform}`,
      why: (lender, platform) =>
        `Someone who does business with ${lender} sent you this link, because you have the log-in for ${platform}. If you don’t know who that may be, ask before you go on.`,
      next: (lender, platform) =>
        `Next, the sign-in for ${platform} opens. Your password is typed there: neither ${lender} nor whoever sent you this link gets to see it. There you also decide whether ${lender} may read the data.`,
      until: ['This link works until ', '.'],
      reads: (lender) => `What ${lender} will read`,
      continueTo: (platform) => `Continue to ${platform}`,
      tryAgain: 'Try again',
    },
    handedOn: {
      why: (lender, platform) =>
        `This address was made for a customer of ${lender} who connects ${platform} on their own page. Whatever is connected by it belongs to that customer: ${lender} reads it for their business, not for yours. If you were sent it and don’t know why, don’t go on.`,
    },
    invitationProblems: {
      missing: {
        title: 'This link does not work',
        next: 'It may have expired or been withdrawn. Ask whoever sent it to you for a new one.',
      },
      used: {
        title: 'This link has done its work',
        next: 'What it was for has been connected, and nothing is left to do here. To connect it once more, ask whoever sent you the link for a new one.',
      },
      unavailable: {
        title: 'Sign-in can’t be reached right now',
        next: 'Nothing is lost. Wait a minute and try again.',
      },
    },
    signInProblems: {
      incomplete: {
        title: 'This link is not complete',
        next: 'Go back and choose what you want to connect again.',
      },
      anothers: {
        title: 'You can’t use this link',
        next: 'It may belong to another business than the one you are signed in for. Go back and start from your own page.',
      },
      missing: {
        title: 'This connection no longer exists',
        next: 'It may have been deleted since. Go back to connect again.',
      },
      expired: {
        title: 'This link no longer works',
        next: 'Links to sign in work for ten minutes. Go back and choose what you want to connect again.',
      },
      unavailable: {
        title: 'Sign-in can’t be reached right now',
        next: 'Nothing is lost. Wait a minute, go back and try again.',
      },
    },
    goBack: { text: 'Go back' },
    help: { from: (lender) => `Help from ${lender}` },
  },
  de: {
    invitation: {
      title: (lender, platform) => `${lender} bittet darum, ${platform} zu verbinden`,
      why: (lender, platform) =>
        `Jemand, der mit ${lender} zu tun hat, hat Ihnen diesen Link gesendet, weil Sie die Zugangsdaten für ${platform} haben. Wenn Sie nicht wissen, wer das sein könnte, fragen Sie nach, bevor Sie weitermachen.`,
      next: (lender, platform) =>
        `Als Nächstes öffnet sich die Anmeldung bei ${platform}. Dort geben Sie Ihr Passwort ein: Weder ${lender} noch die Person, die Ihnen den Link gesendet hat, bekommt es zu sehen. Dort entscheiden Sie auch, ob ${lender} die Daten lesen darf.`,
      until: ['Dieser Link gilt bis ', '.'],
      reads: (lender) => `Was ${lender} lesen wird`,
      continueTo: (platform) => `Weiter zu ${platform}`,
      tryAgain: 'Noch einmal versuchen',
    },
    handedOn: {
      why: (lender, platform) =>
        `Diese Adresse wurde für eine Kundin oder einen Kunden von ${lender} erstellt, um ${platform} auf der eigenen Seite zu verbinden. Was darüber verbunden wird, gehört zu diesem Kundenkonto: ${lender} liest es für dessen Unternehmen, nicht für Ihres. Wenn Sie die Adresse bekommen haben und nicht wissen, warum, machen Sie nicht weiter.`,
    },
    invitationProblems: {
      missing: {
        title: 'Dieser Link funktioniert nicht',
        next: 'Vielleicht ist er abgelaufen oder wurde zurückgezogen. Fragen Sie die Person, die ihn gesendet hat, nach einem neuen.',
      },
      used: {
        title: 'Dieser Link hat seinen Zweck erfüllt',
        next: 'Was verbunden werden sollte, ist verbunden, und hier ist nichts mehr zu tun. Um es noch einmal zu verbinden, fragen Sie die Person, die den Link gesendet hat, nach einem neuen.',
      },
      unavailable: {
        title: 'Die Anmeldung ist gerade nicht erreichbar',
        next: 'Es ist nichts verloren. Warten Sie eine Minute und versuchen Sie es noch einmal.',
      },
    },
    signInProblems: {
      incomplete: {
        title: 'Dieser Link ist nicht vollständig',
        next: 'Gehen Sie zurück und wählen Sie noch einmal, was Sie verbinden möchten.',
      },
      anothers: {
        title: 'Sie können diesen Link nicht nutzen',
        next: 'Vielleicht gehört er zu einem anderen Unternehmen als dem, für das Sie angemeldet sind. Gehen Sie zurück und beginnen Sie auf Ihrer eigenen Seite.',
      },
      missing: {
        title: 'Diese Verbindung gibt es nicht mehr',
        next: 'Vielleicht wurde sie inzwischen gelöscht. Gehen Sie zurück, um neu zu verbinden.',
      },
      expired: {
        title: 'Dieser Link gilt nicht mehr',
        next: 'Links zum Anmelden gelten zehn Minuten. Gehen Sie zurück und wählen Sie noch einmal, was Sie verbinden möchten.',
      },
      unavailable: {
        title: 'Die Anmeldung ist gerade nicht erreichbar',
        next: 'Es ist nichts verloren. Warten Sie eine Minute, gehen Sie zurück und versuchen Sie es noch einmal.',
      },
    },
    goBack: { text: 'Zurück' },
    help: { from: (lender) => `Hilfe von ${lender}` },
  },
  fr: {
    invitation: {
      title: (lender, platform) => `${lender} demande à connecter ${platform}`,
      why: (lender, platform) =>
        `Une personne en relation avec ${lender} vous a envoyé ce lien, car vous avez les identifiants ${platform}. Si vous ne savez pas de qui il peut s’agir, renseignez-vous avant de continuer.`,
      next: (lender, platform) =>
        `Ensuite s’ouvre la page d’identification de ${platform}. C’est là que vous saisissez votre mot de passe\u00a0: ni ${lender} ni la personne qui vous a envoyé ce lien ne le voient. C’est là aussi que vous décidez si ${lender} peut lire les données.`,
      until: ['Ce lien fonctionne jusqu’au ', '.'],
      reads: (lender) => `Ce que ${lender} lira`,
      continueTo: (platform) => `Continuer vers ${platform}`,
      tryAgain: 'Réessayer',
    },
    handedOn: {
      why: (lender, platform) =>
        `Cette adresse a été créée pour un client de ${lender} qui connecte ${platform} depuis sa propre page. Tout ce qui est connecté par elle appartient à ce client\u00a0: ${lender} le lit pour son entreprise, pas pour la vôtre. Si on vous l’a envoyée et que vous ne savez pas pourquoi, ne continuez pas.`,
    },
    invitationProblems: {
      missing: {
        title: 'Ce lien ne fonctionne pas',
        next: 'Il a peut-être expiré ou été retiré. Demandez-en un autre à la personne qui vous l’a envoyé.',
      },
      used: {
        title: 'Ce lien a rempli son rôle',
        next: 'Ce qui était à connecter est connecté, et il ne reste rien à faire ici. Pour connecter de nouveau, demandez un autre lien à la personne qui vous l’a envoyé.',
      },
      unavailable: {
        title: 'L’identification n’est pas joignable pour le moment',
        next: 'Rien n’est perdu. Attendez une minute, puis réessayez.',
      },
    },
    signInProblems: {
      incomplete: {
        title: 'Ce lien n’est pas complet',
        next: 'Revenez en arrière et choisissez de nouveau ce que vous voulez connecter.',
      },
      anothers: {
        title: 'Vous ne pouvez pas utiliser ce lien',
        next: 'Il appartient peut-être à une autre entreprise que celle pour laquelle vous êtes identifié. Revenez en arrière et partez de votre propre page.',
      },
      missing: {
        title: 'Cette connexion n’existe plus',
        next: 'Elle a peut-être été supprimée entre-temps. Revenez en arrière pour connecter de nouveau.',
      },
      expired: {
        title: 'Ce lien ne fonctionne plus',
        next: 'Les liens d’identification fonctionnent dix minutes. Revenez en arrière et choisissez de nouveau ce que vous voulez connecter.',
      },
      unavailable: {
        title: 'L’identification n’est pas joignable pour le moment',
        next: 'Rien n’est perdu. Attendez une minute, revenez en arrière et réessayez.',
      },
    },
    goBack: { text: 'Revenir en arrière' },
    help: { from: (lender) => `Aide de ${lender}` },
  },
  es: {
    invitation: {
      title: (lender, platform) => `${lender} pide conectar ${platform}`,
      why: (lender, platform) =>
        `Alguien que trata con ${lender} le ha enviado este enlace, porque usted tiene los datos de acceso a ${platform}. Si no sabe quién puede ser, pregunte antes de continuar.`,
      next: (lender, platform) =>
        `A continuación se abre el inicio de sesión de ${platform}. Allí escribe su contraseña: no la ven ni ${lender} ni quien le envió este enlace. Allí decide también si ${lender} puede leer los datos.`,
      until: ['Este enlace funciona hasta el ', '.'],
      reads: (lender) => `Lo que leerá ${lender}`,
      continueTo: (platform) => `Continuar a ${platform}`,
      tryAgain: 'Intentarlo de nuevo',
    },
    handedOn: {
      why: (lender, platform) =>
        `Esta dirección se creó para un cliente de ${lender} que conecta ${platform} desde su propia página. Todo lo que se conecte con ella pertenece a ese cliente: ${lender} lo lee para su empresa, no para la de usted. Si se la enviaron y no sabe por qué, no siga adelante.`,
    },
    invitationProblems: {
      missing: {
        title: 'Este enlace no funciona',
        next: 'Puede que haya caducado o que lo hayan retirado. Pida otro a quien se lo envió.',
      },
      used: {
        title: 'Este enlace ya ha cumplido su función',
        next: 'Lo que había que conectar está conectado y aquí no queda nada por hacer. Para conectarlo otra vez, pida otro enlace a quien se lo envió.',
      },
      unavailable: {
        title: 'En este momento no se puede iniciar sesión',
        next: 'No se ha perdido nada. Espere un minuto e inténtelo de nuevo.',
      },
    },
    signInProblems: {
      incomplete: {
        title: 'Este enlace no está completo',
        next: 'Vuelva atrás y elija otra vez lo que quiere conectar.',
      },
      anothers: {
        title: 'No puede usar este enlace',
        next: 'Puede que sea de una empresa distinta de aquella con la que ha iniciado sesión. Vuelva atrás y empiece desde su propia página.',
      },
      missing: {
        title: 'Esta conexión ya no existe',
        next: 'Puede que la hayan eliminado. Vuelva atrás para conectar de nuevo.',
      },
      expired: {
        title: 'Este enlace ya no funciona',
        next: 'Los enlaces para iniciar sesión funcionan diez minutos. Vuelva atrás y elija otra vez lo que quiere conectar.',
      },
      unavailable: {
        title: 'En este momento no se puede iniciar sesión',
        next: 'No se ha perdido nada. Espere un minuto, vuelva atrás e inténtelo de nuevo.',
      },
    },
    goBack: { text: 'Volver atrás' },
    help: { from: (lender) => `Ayuda de ${lender}` },
  },
};

/** The texts in which a region differs from its language, by tag in lower case. */
export const regionalTranslations: Readonly<Record<string, SomePageWords>> = {
  'fr-ca': {
    invitation: {
      next: (lender, platform) =>
        `Ensuite s’ouvre la page où vous ouvrez une session dans ${platform}. C’est là que vous entrez votre mot de passe\u00a0: ni ${lender} ni la personne qui vous a envoyé ce lien ne le voient. C’est là aussi que vous décidez si ${lender} peut lire les données.`,
    },
    invitationProblems: {
      unavailable: {
        title: 'Il n’est pas possible d’ouvrir une session pour le moment',
        next: 'Rien n’est perdu. Attendez une minute, puis réessayez.',
      },
    },
    signInProblems: {
      anothers: {
        title: 'Vous ne pouvez pas utiliser ce lien',
        next: 'Il appartient peut-être à une autre entreprise que celle pour laquelle votre session est ouverte. Revenez en arrière et partez de votre propre page.',
      },
      expired: {
        title: 'Ce lien ne fonctionne plus',
        next: 'Les liens pour ouvrir une session fonctionnent dix minutes. Revenez en arrière et choisissez de nouveau ce que vous voulez connecter.',
      },
      unavailable: {
        title: 'Il n’est pas possible d’ouvrir une session pour le moment',
        next: 'Rien n’est perdu. Attendez une minute, revenez en arrière et réessayez.',
      },
    },
  },
};
