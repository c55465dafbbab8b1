import type { Messages } from '../../messages.js';
import { list } from './list.js';

/** Words of one's own for a type of data whose name says little; the rest are read from the name itself. */
const dataTypes: Readonly<Record<string, string>> = {
  profitAndLoss: 'Profit and loss',
  chartOfAccounts: 'Accounts',
  company: 'Company details',
  'banking-accounts': 'Bank accounts',
  'banking-transactions': 'Bank transactions',
  'banking-accountBalances': 'Account balances',
  'banking-transactionCategories': 'Transaction categories',
  'commerce-companyInfo': 'Shop details',
};

export const syncProgress: Messages['syncProgress'] = {
  heading: (platforms) =>
    platforms.length > 0 ? `Reading your data from ${list(platforms)}` : 'Reading your data',
  nothing: 'What is read appears here once something is connected.',
  progress: {
    waiting: 'Waiting',
    reading: 'Reading',
    ready: 'Ready',
    'not-offered': 'Not offered',
    failed: 'Couldn’t be read',
  },
  count: (ready, all) => `${ready} of ${all} ready`,
  reading: 'This takes a few minutes. You can leave this page; it carries on.',
  enough: 'Enough to start. The rest arrives in the background; you can leave this page.',
  complete: 'Everything that can be read has been read.',
  dataType: (name) => dataTypes[name] ?? sentence(name.replace(/^(?:banking|commerce)-/, '')),
};

/** `bankTransactions` → «Bank transactions». */
function sentence(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
