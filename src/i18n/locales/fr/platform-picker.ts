import { plural, listFormatter } from '../../grammar.js';
import type { Translation } from '../../messages-for.js';

/** What a person has of each kind of platform. */
const possessions: Readonly<Record<string, string>> = {
  Accounting: 'votre logiciel de comptabilité',
  Banking: 'votre banque',
  Commerce: 'votre boutique',
};

const list = listFormatter('fr');

export const platformPicker: Translation['platformPicker'] = {
  heading: connect,
  intro: (lender) =>
    `Vous vous identifiez sur la plateforme que vous utilisez, puis vous revenez ${lender ? `chez ${lender}` : 'sur cette page'}.`,
  search: 'Cherchez votre plateforme',
  results: plural('fr', { one: '# plateforme', other: '# plateformes' }),
  none: 'Il n’y a rien à connecter ici pour le moment.',
  noneFor: (query) =>
    `Aucun résultat pour «\u00a0${query}\u00a0». Vérifiez l’orthographe ou essayez un nom plus court.`,
  mostUsed: 'Les plus utilisées',
  marks: { connected: 'Connecté', pending: 'Terminer la connexion', failed: 'Réessayer' },
  required: (types) => `${connect(types)} pour continuer.`,
};

function connect(sourceTypes: readonly string[]): string {
  const known = sourceTypes.flatMap((type) => possessions[type] ?? []);
  return `Connectez ${known.length > 0 ? list(known) : 'votre entreprise'}`;
}
