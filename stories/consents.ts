import type { ConsentText } from '../src/gateway/index.js';

/** What Larkspur asks people to agree to. */
export const consents: readonly ConsentText[] = [
  {
    version: '2026-11',
    locale: 'en',
    sections: [
      {
        title: 'What Larkspur reads, and what for',
        body: 'Your profit and loss, balance sheet and bank accounts, once a day, to decide on your loan and to keep it under review.',
      },
      {
        title: 'How long',
        body: 'Until the loan is repaid, or until you disconnect. Then it is deleted within 30 days.',
      },
    ],
    agree: 'I may decide for this business, and Larkspur may read its data as described.',
  },
];
