import type { Translation } from '../../messages-for.js';
import { we } from '../fr/common.js';

export const preparing: Translation['preparing'] = {
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
      `Vous ouvrez une session dans ${platform} même. ${we(lender)} ne voit jamais votre mot de passe.`,
    codat: (platform, lender) =>
      `Vous entrez vos renseignements ${platform} dans une page de Codat, qui lit vos données pour ${lender || 'ce prêteur'}.`,
    connector: (platform) =>
      `Vous entrez votre mot de passe ${platform} dans le programme que vous installez, jamais dans cette page.`,
  },
};
