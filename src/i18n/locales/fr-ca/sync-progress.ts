import { named } from '../../grammar.js';
import type { Translation } from '../../register.js';
import { dataTypes, otherData } from '../fr/sync-progress.js';

export const syncProgress: Translation['syncProgress'] = {
  dataType: named(
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
