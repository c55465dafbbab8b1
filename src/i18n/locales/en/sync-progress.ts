import type { Messages } from '../../messages.js';
import { joinList } from './common.js';

/** The names of data types whose name at Codat isn't clear enough. Other names are made from Codat's own. */
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
  heading: (platforms, reading) => {
    const what = reading ? 'Reading your data' : 'Your data';
    return platforms.length > 0 ? `${what} from ${joinList(platforms)}` : what;
  },
  idle: 'Nothing is being read at the moment.',
  progress: {
    waiting: 'Waiting',
    reading: 'Reading',
    ready: 'Ready',
    failed: 'Couldn’t be read',
  },
  notOffered: (types, platform) => `${platform} doesn’t offer ${joinList(types.map(inSentence))}.`,
  readingShare: (percent) => `Reading, ${percent}`,
  pausedUntil: (when) => `Paused until ${when}`,
  count: (ready, all) => `${ready} of ${all} ready`,
  reading: 'This takes a few minutes. You can leave this page; it carries on.',
  enough: 'Enough to start. The rest arrives in the background; you can leave this page.',
  complete: 'Everything that can be read has been read.',
  partly: 'Everything else has been read.',
  nothingRead: 'Nothing could be read.',
  slow: {
    overnight: (platform) =>
      `${platform} is read between 7 pm and 7 am, while the computer that runs it is on. You can leave this page.`,
    whileComputerIsOn: (platform) =>
      `Starts when the computer that runs ${platform} is on. You can leave this page.`,
    afterInstalling: (platform) =>
      `Starts 10 to 20 minutes after you connect, once the extension is installed in ${platform}. You can leave this page.`,
  },
  troubles: {
    reconnect: (types, platform, lender) =>
      `${platform} no longer lets ${lender || 'this lender'} read your ${joinList(types.map(inSentence))}. Reconnect to carry on.`,
    permission: (types, platform) =>
      `Whoever signed in to ${platform} isn’t allowed to see its ${joinList(types.map(inSentence))}. Ask an administrator of ${platform} to allow it.`,
    prerequisite: (types, platform, lender) =>
      `Something has to be set up in ${platform} before its ${joinList(types.map(inSentence))} can be read. Contact ${lender || 'support'} to find out what.`,
    later: (types, platform) =>
      `${platform} didn’t send your ${joinList(types.map(inSentence))}. It may next time; there is nothing for you to do.`,
    support: (types) =>
      `Your ${joinList(types.map(inSentence))} couldn’t be understood. Codat watches for this; there is nothing for you to do.`,
    stopped: (types, _, lender) =>
      `Reading your ${joinList(types.map(inSentence))} was stopped. If that wasn’t the plan, contact ${lender || 'support'}.`,
  },
  older: 'What was read before can still be used.',
  reconnect: (platform) => `Reconnect ${platform}`,
  dataType: (name) => dataTypes[name] ?? sentence(name.replace(/^(?:banking|commerce)-/, '')),
};

/** Lower-cases the first letter of a name such as “Bank transactions”, for use inside a sentence. */
const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** `bankTransactions` → “Bank transactions”. */
function sentence(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
