import { plural, listFormatter } from '../../grammar.js';
import type { Translation } from '../../messages-for.js';

/** What a person has of each kind of platform. */
const possessions: Readonly<Record<string, string>> = {
  Accounting: 'su programa de contabilidad',
  Banking: 'su banco',
  Commerce: 'su tienda',
};

const list = listFormatter('es');

export const platformPicker: Translation['platformPicker'] = {
  heading: connect,
  intro: (lender) =>
    `Inicia sesión en la plataforma que utiliza y después vuelve a ${lender || 'esta página'}.`,
  search: 'Busque su plataforma',
  results: plural('es', { one: '# plataforma', other: '# plataformas' }),
  none: 'En este momento no hay nada que conectar aquí.',
  noneFor: (query) =>
    `No hay resultados para «${query}». Revise la ortografía o pruebe con un nombre más corto.`,
  mostUsed: 'Las más utilizadas',
  marks: { connected: 'Conectada', pending: 'Terminar la conexión', failed: 'Intentar de nuevo' },
  required: (types) => `${connect(types)} para continuar.`,
};

function connect(sourceTypes: readonly string[]): string {
  const known = sourceTypes.flatMap((type) => possessions[type] ?? []);
  return `Conecte ${known.length > 0 ? list(known) : 'su empresa'}`;
}
