import type { Translation } from '../../messages-for.js';

export const sourceTypes: Translation['sourceTypes'] = {
  Accounting: 'Contabilidad',
  Banking: 'Bancos',
  BankFeed: 'Movimientos bancarios',
  Commerce: 'Tiendas y pagos',
  Expense: 'Gastos',
  Other: 'Otras',
  Unknown: 'Otras',
};
