import { isolated } from '../../grammar.js';

/** The lender by name, or as people can tell whom we mean. */
export const we = (lender: string): string => (lender ? isolated(lender) : 'هذه الجهة المقرضة');
