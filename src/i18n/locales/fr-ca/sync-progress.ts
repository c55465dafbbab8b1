import { dataTypeNames } from '../../grammar.js';
import type { Translation } from '../../messages-for.js';
import { dataTypes, otherData, row } from '../fr/sync-progress.js';

export const syncProgress: Translation['syncProgress'] = {
  troubles: {
    permission: (types, platform) =>
      `La personne qui a ouvert une session dans ${platform} n’a pas le droit de voir ces données\u00a0: ${row(types)}. Demandez l’accès à la personne qui administre ${platform}.`,
    prerequisite: (types, platform, lender) =>
      `Un réglage est nécessaire dans ${platform} pour lire ces données\u00a0: ${row(types)}. Communiquez avec ${lender || 'le soutien'} pour savoir lequel.`,
    stopped: (types, _, lender) =>
      `La lecture de ces données a été arrêtée\u00a0: ${row(types)}. Si ce n’était pas prévu, communiquez avec ${lender || 'le soutien'}.`,
  },
  dataType: dataTypeNames(
    {
      ...dataTypes,
      billCreditNotes: 'Notes de crédit de fournisseurs',
      cashFlowStatement: 'État des flux de trésorerie',
      creditNotes: 'Notes de crédit',
      profitAndLoss: 'État des résultats',
      transfers: 'Virements',
    },
    otherData,
  ),
};
