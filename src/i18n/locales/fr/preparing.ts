import type { Translation } from '../../messages-for.js';
import { we } from './common.js';

export const preparing: Translation['preparing'] = {
  alreadyConnected: (platform) => ({
    title: `${platform} est connecté`,
    advice:
      'Une seule plateforme comptable peut être connectée à la fois. Si vous changez, ce qui y a été lu est conservé.',
  }),
  replace: (connected, wanted) => `Déconnecter ${connected} et connecter ${wanted}`,
  heading: (platform) => `Connecter ${platform}`,
  needsHeading: 'Avant de commencer',
  copyKey: 'Copier la clé de licence',
  needs: {
    administrator: (platform) => `Vous vous identifiez sur ${platform} en tant qu’administrateur.`,
    companyAdministrator: (platform) =>
      `Vous vous identifiez sur ${platform} en tant qu’administrateur principal ou administrateur de l’entreprise.`,
    adminApproval: () =>
      'Votre administrateur Microsoft devra peut-être donner son accord d’abord. Vous recommencez ensuite.',
    staffPermissions: (platform) =>
      `Votre compte ${platform} a les autorisations «\u00a0Enable app development\u00a0» et «\u00a0Develop apps\u00a0».`,
    windowsComputer: (platform) =>
      `Vous êtes devant l’ordinateur Windows sur lequel ${platform} est installé. Cela ne fonctionne pas sur Mac.`,
    windowsAdministrator: () => 'Vous avez le droit d’installer des programmes sur cet ordinateur.',
    ownComputer: (platform) =>
      `${platform} est installé sur cet ordinateur même, et non chez un hébergeur tel qu’Online50.`,
    installer: () => 'Vous téléchargez un petit programme et vous l’installez sur cet ordinateur.',
    orHosted: () => 'Il n’y a rien à installer si vous utilisez QuickBooks Enterprise Cloud ou Rightworks.',
    licenceKey: () => 'Le programme demande une clé de licence. Vous la copiez depuis cette page.',
    companyOpen: (platform) =>
      `${platform} est ouvert, et vous y êtes dans l’entreprise que vous voulez connecter.`,
    fileUser: (platform) =>
      `Vous connaissez le nom et le mot de passe d’un utilisateur de ${platform} qui a le droit de tout lire.`,
    accountRightFileUser: () =>
      'Pour un fichier AccountRight, vous connaissez son nom d’utilisateur et son mot de passe, que Codat demande et conserve.',
    onlineFile: () => 'Votre fichier d’entreprise est en ligne, pas seulement sur un ordinateur.',
    bundle: (platform) =>
      `Vous installez le bundle «\u00a0AppLink\u00a0» dans ${platform} et y activez quatre fonctions.`,
    extension: (platform) =>
      `L’extension «\u00a0App Link\u00a0» de Codat est installée dans ${platform}. La page peut se recharger d’elle-même pendant ce temps.`,
    subsidiary: () => 'Vous choisissez le compte de production, et une seule filiale.',
    webServices: (platform) => `Vous activez les services web dans ${platform}.`,
    webServicesUser: () =>
      'Vous créez un utilisateur de services web, puis saisissez son nom et son mot de passe avec l’identifiant de votre entreprise.',
    entityAccess: (platform) => `L’accès par entité est activé dans ${platform}.`,
    storeAddress: () => 'Vous connaissez l’adresse web de votre boutique.',
    storeName: () =>
      'Vous connaissez le nom de votre boutique\u00a0: ce qui précède .myshopify.com dans son adresse.',
    ownApp: () =>
      'Vous créez votre propre application dans le Dev Dashboard de Shopify, vous l’installez, puis vous copiez son identifiant client et son code secret.',
    apiAccount: (platform) =>
      `Vous créez un compte d’API de boutique dans ${platform} et vous en copiez quatre valeurs. Elles ne sont affichées qu’une fois.`,
    onePerRegion: () =>
      'Chaque place de marché se connecte séparément. Vous recommencez pour chaque région où vous vendez.',
    bank: (platform) => `Vous choisissez votre banque sur ${platform}, puis vous vous y identifiez.`,
    every90Days: () => 'Une confirmation vous est demandée tous les 90 jours.',
    noTrial: () => 'Un compte d’essai ne peut pas être connecté.',
    notSelfEmployed: () => 'QuickBooks Self-Employed ne peut pas être connecté.',
    notClassic: () => 'FreshBooks Classic ne peut pas être connecté.',
    standardOnline: () =>
      'Vous utilisez l’édition Standard en ligne. Sage 200 Professional ne peut pas être connecté.',
  },
  password: {
    platform: (platform, lender) =>
      `Vous vous identifiez sur ${platform} même. ${we(lender)} ne voit jamais votre mot de passe.`,
    codat: (platform, lender) =>
      `Vous saisissez vos identifiants ${platform} sur une page de Codat, qui lit vos données pour ${lender || 'ce prêteur'}.`,
    connector: (platform) =>
      `Vous saisissez votre mot de passe ${platform} dans le programme que vous installez, jamais sur cette page.`,
  },
  lasts: ({ from, to }) => `Cela prend de ${from} à ${to} minutes.`,
  firstData: {
    overnight: (platform) =>
      `Les premières données peuvent n’arriver que la nuit, entre 19\u00a0h et 7\u00a0h, si l’ordinateur est allumé. ${platform} ne peut pas être utilisé pendant la lecture.`,
    whileComputerIsOn: (platform) =>
      `Les premières données arrivent dans la demi-heure, si l’ordinateur sur lequel ${platform} est installé est allumé.`,
  },
  onPhone: {
    'computer-advised': (platform) => ({
      title: 'C’est plus facile sur un ordinateur',
      advice: `Les pages de ${platform} sont difficiles à utiliser sur un petit écran. Envoyez le lien vers votre ordinateur ou continuez ici.`,
    }),
    'windows-only': (platform) => ({
      title: `Continuez sur l’ordinateur où ${platform} est installé`,
      advice: `${platform} ne peut pas être connecté depuis un téléphone. Envoyez le lien vers cet ordinateur et ouvrez-le là.`,
    }),
  },
  agreeFirst: 'Cochez la case pour continuer.',
  agreeAgain: 'Ce texte a changé. Lisez-le et cochez la case pour continuer.',
  sendToComputer: 'Envoyer le lien vers mon ordinateur',
  continueTo: (platform) => `Continuer vers ${platform}`,
  back: 'Revenir à toutes les plateformes',
};
