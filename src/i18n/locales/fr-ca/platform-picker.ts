import type { Translation } from '../../messages-for.js';

export const platformPicker: Translation['platformPicker'] = {
  intro: (lender) =>
    `Vous ouvrez une session dans la plateforme que vous utilisez, puis vous revenez ${lender ? `chez ${lender}` : 'à cette page'}.`,
};
