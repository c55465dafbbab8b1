import { createDataTypeNameLookup } from '../formatters.js';
import type { PartialMessages } from '../messages.js';
import { dataTypes, otherDataName, lowerCaseList, lenderNameOrDefault } from './fr.js';

const wrong = {
  title: 'Un problème est survenu',
  advice: 'S’il se reproduit, communiquez avec le soutien.',
};

const dataType = createDataTypeNameLookup(
  {
    ...dataTypes,
    billCreditNotes: 'Notes de crédit de fournisseurs',
    cashFlowStatement: 'État des flux de trésorerie',
    creditNotes: 'Notes de crédit',
    profitAndLoss: 'État des résultats',
    transfers: 'Virements',
  },
  otherDataName,
);

/**
 * The messages in which Canadian French differs from French: its terms, such as "ouvrir une session", and no space before
 * a question mark. All others are French and never English, since the Charter of the French Language requires French of
 * a business in Québec (s. 5, s. 52 and s. 89).
 */
export const frCA = {
  common: { signIn: 'Ouvrir une session' },
  errors: {
    'signed-out': {
      title: 'Votre session est terminée',
      advice: 'Ouvrez une nouvelle session pour reprendre où vous en étiez.',
    },
    refused: { advice: 'Communiquez avec le soutien pour obtenir l’accès.' },
    missing: { advice: 'S’il devait encore être là, communiquez avec le soutien.' },
    rejected: wrong,
    unreadable: wrong,
    unsupported: { advice: 'Choisissez-en une autre ou communiquez avec le soutien.' },
  },
  sourceTypes: {
    Banking: 'Services bancaires',
    Expense: 'Dépenses',
  },
  platformPicker: {},
  preparing: {
    needs: {
      administrator: (platform) =>
        `Vous ouvrez une session dans ${platform} à titre d’administrateur ou d’administratrice.`,
      companyAdministrator: (platform) =>
        `Vous ouvrez une session dans ${platform} à titre d’administrateur principal ou d’administrateur de l’entreprise.`,
      adminApproval: () =>
        'La personne qui administre Microsoft devra peut-être donner son accord d’abord. Vous recommencez ensuite.',
      bank: (platform) => `Vous choisissez votre banque dans ${platform}, puis vous y ouvrez une session.`,
      webServices: (platform) => `Vous activez les services Web dans ${platform}.`,
      webServicesUser: () =>
        'Vous créez un utilisateur de services Web, puis entrez son nom et son mot de passe avec l’identifiant de votre entreprise.',
      storeAddress: () => 'Vous connaissez l’adresse Web de votre boutique.',
    },
    password: {
      platform: (platform, lender) =>
        `Vous ouvrez une session à la page de ${platform}. ${lenderNameOrDefault(lender)} ne voit jamais votre mot de passe.`,
      codat: (platform, lender) =>
        `Vous entrez vos renseignements ${platform} dans une page de Codat, qui lit vos données pour ${lender || 'ce prêteur'}.`,
      connector: (platform) =>
        `Vous entrez votre mot de passe ${platform} dans le programme que vous installez, jamais dans cette page.`,
    },
  },
  sharing: {
    ask: 'Quelqu’un d’autre y ouvre une session?',
    explains: (platform, lender) => [
      `La personne qui a les identifiants ouvre le lien, puis une session dans ${platform}. Vous n’avez besoin d’aucun de ses mots de passe, et elle ne voit rien de votre demande.`,
      `Le lien montre que la demande vient de ${lender || 'ce prêteur'}. Il fonctionne pour une durée limitée, et vous pouvez le retirer.`,
    ],
    standings: {
      used: (platform) => ({
        title: `Quelqu’un ouvre une session dans ${platform}`,
        advice: 'Le lien a été ouvert, mais rien n’est encore terminé. Il fonctionne jusqu’à la fin.',
      }),
      withdrawn: (platform) => ({
        title: `Le lien pour ${platform} est retiré`,
        advice: 'Plus personne ne peut ouvrir de session par ce lien.',
      }),
      expired: (platform) => ({
        title: `Le lien pour ${platform} est expiré`,
        advice: 'Personne n’a terminé l’ouverture de session par ce lien. Créez-en un autre à envoyer.',
      }),
    },
    mail: 'L’envoyer par courriel',
    body: (platform, lender, { url, until }) =>
      [
        'Bonjour,',
        `${lenderNameOrDefault(lender)} demande à lire nos données dans ${platform}, et vous avez les identifiants. Ouvrez ce lien, puis une session dans la plateforme\u00a0:`,
        url,
        ...(until ? [`Il fonctionne jusqu’au ${until}.`] : []),
        'Votre mot de passe est entré dans la plateforme même\u00a0: ni le prêteur ni moi ne le voyons.',
      ].join('\n\n'),
  },
  journey: {
    creating: { advice: 'La page d’ouverture de session s’ouvre dans un instant.' },
    authorizing: (platform, openedIn) => ({
      title: `Terminez l’ouverture de session dans ${platform}`,
      advice:
        openedIn === 'tab'
          ? 'Cela se passe dans cet onglet\u00a0: vous revenez ici ensuite.'
          : `${openedIn === 'host' ? 'La page prévue à cette fin s’est ouverte.' : 'Une fenêtre s’est ouverte à cette fin.'} Cette page avance d’elle-même quand vous avez fini.`,
    }),
    blocked: (platform) => ({
      title: `Continuez vers ${platform}`,
      advice:
        'Votre navigateur a bloqué la fenêtre d’ouverture de session. Continuez dans cet onglet\u00a0: vous revenez ici ensuite.',
    }),
    intro: (lender) =>
      `Vous ouvrez une session dans la plateforme que vous utilisez, puis vous revenez ${lender ? `chez ${lender}` : 'à cette page'}. Vous pouvez déconnecter en tout temps.`,
    reads: (lender, types, readsOnly) =>
      `${lenderNameOrDefault(lender)} lit ces données\u00a0: ${lowerCaseList(types.map(dataType))}.${readsOnly ? ' Rien n’est modifié.' : ''} Vous pouvez déconnecter en tout temps.`,
    unsupported: (platform, lender) => ({
      title: `${platform} ne peut pas être connecté à ${lender || 'ce prêteur'}`,
      advice: `Choisissez une autre plateforme ou communiquez avec ${lender || 'le soutien'}.`,
    }),
    abandoned: {
      declined: (platform) => ({
        title: `${platform} n’est pas connecté`,
        advice: 'Vous avez annulé à la page d’ouverture de session. Rien n’a été communiqué.',
      }),
      returned: (platform) => ({
        title: `${platform} n’est pas encore connecté`,
        advice: 'Le retour s’est fait avant la fin. Recommencez quand vous voulez.',
      }),
      expired: (platform) => ({
        title: `${platform} n’est pas encore connecté`,
        advice:
          'L’ouverture de session a pris plus d’une demi-heure, nous n’attendons donc plus. Recommencez quand vous voulez.',
      }),
    },
    sameAsBefore: (organisation) =>
      organisation
        ? `Ouvrez une session pour ${organisation}, comme avant.`
        : 'Ouvrez une session pour la même entreprise qu’avant.',
    unsure: (previous, current) =>
      current
        ? 'Nous ne pouvons pas vérifier que c’est la même entreprise qu’avant. Sinon, déconnectez-la et reconnectez.'
        : `On ne nous dit pas de quelle entreprise il s’agit${previous ? `; avant, c’était ${previous}` : ''}. Si vous avez ouvert une session pour une autre, déconnectez-la et reconnectez.`,
    comparing: (platform, previous, current) => ({
      title: `Vous avez ouvert une session pour ${current}`,
      advice: `Avant, ${platform} était connecté pour ${previous}. Continuez avec ${current}, ou déconnectez et recommencez.`,
    }),
    openAgain: 'Ouvrir une nouvelle fenêtre d’ouverture de session',
    signInHost: (host) => `La page d’ouverture de session est sur ${host}.`,
    notListed: 'Vous ne trouvez pas la vôtre?',
  },
  connectionList: {
    whys: {
      unfinished: (platform) =>
        `Vous n’avez pas terminé l’ouverture de session dans ${platform}. Rien n’est encore communiqué.`,
      declined: (platform) =>
        `L’ouverture de session dans ${platform} a été annulée. Rien n’est encore communiqué.`,
      failed: (platform, lender) =>
        `${platform} a signalé un problème pendant l’ouverture de session. S’il se reproduit, communiquez avec ${lender || 'le soutien'}.`,
      unsupported: (platform, lender, canChoose) =>
        `${platform} ne peut pas être connecté ici. ${canChoose ? 'Choisissez une autre plateforme ou communiquez' : 'Communiquez'} avec ${lender || 'le soutien'}.`,
      readOnce: (platform, lender) =>
        `${lenderNameOrDefault(lender)} a lu ${platform} et ne lit plus rien de nouveau. Si ce n’était pas prévu, communiquez avec ${lender || 'le soutien'}.`,
      unknown: (platform, lender) =>
        `Quelque chose est à vérifier pour ${platform}. Communiquez avec ${lender || 'le soutien'} pour savoir quoi.`,
    },
    confirm: {
      disconnect: (platform, lender) => ({
        title: `Déconnecter ${platform}?`,
        advice: `${lenderNameOrDefault(lender)} conserve ce qui a déjà été lu et ne lit plus rien de nouveau. Vous pouvez reconnecter en tout temps.`,
        yes: 'Déconnecter',
        no: 'Rester connecté',
      }),
      delete: (platform, lender) => ({
        title: `Supprimer la connexion à ${platform}?`,
        advice: `${lenderNameOrDefault(lender)} ne pourra plus lire les données de cette connexion par l’entremise de Codat. C’est définitif.`,
        yes: 'Supprimer définitivement',
        no: 'Conserver',
      }),
    },
  },
  syncProgress: {
    troubles: {
      permission: (types, platform) =>
        `La personne qui a ouvert une session dans ${platform} n’a pas le droit de voir ces données\u00a0: ${lowerCaseList(types)}. Demandez l’accès à la personne qui administre ${platform}.`,
      prerequisite: (types, platform, lender) =>
        `Un réglage est nécessaire dans ${platform} pour lire ces données\u00a0: ${lowerCaseList(types)}. Communiquez avec ${lender || 'le soutien'} pour savoir lequel.`,
      stopped: (types, _, lender) =>
        `La lecture de ces données a été arrêtée\u00a0: ${lowerCaseList(types)}. Si ce n’était pas prévu, communiquez avec ${lender || 'le soutien'}.`,
    },
    dataType,
  },
  connectionResult: {
    declined: (platform) => ({
      title: `${platform} n’est pas connecté`,
      advice: 'Vous avez annulé à la page d’ouverture de session. Rien n’a été communiqué.',
    }),
    shared: {
      declined: (platform) => ({
        title: `${platform} n’est pas connecté`,
        advice:
          'Vous avez annulé à la page d’ouverture de session, et rien n’a été communiqué. Votre lien fonctionne toujours.',
      }),
    },
  },
} satisfies PartialMessages;
