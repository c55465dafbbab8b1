/** Drawings for the purposes of platforms, in a box of 24 by 24, filled by the even-odd rule. None is a company's logo. */
export const glyphPathByName = {
  bank: 'M12 2l10 5v2H2V7z M4 11h3v7H4z M10.5 11h3v7h-3z M17 11h3v7h-3z M2 20h20v2H2z',
  blocks: 'M3 3h8v8H3z M13 3h8v8h-8z M3 13h8v8H3z M17 13a4 4 0 1 0 0 8a4 4 0 0 0 0-8z',
  book: 'M2 5c4-1.5 7-1 9 .5v15c-2-1.5-5-2-9-.5z M22 5c-4-1.5-7-1-9 .5v15c2-1.5 5-2 9-.5z',
  books: 'M3 18h18v3H3z M4 13.5h15v3H4z M3 9h17v3H3z M5 4.5h15v3H5z',
  card: 'M2 5h20v14H2z M2 8.5h20v2.5H2z M5 14.5h5v1.8H5z',
  chart: 'M3 13h4.5v8H3z M9.75 8h4.5v13h-4.5z M16.5 3H21v18h-4.5z',
  clipboard: 'M5 3h3v3h8V3h3v19H5z M9.5 1.5h5V4.5h-5z M8 14l1.5-1.5l2 2l4-4l1.5 1.5l-5.5 5.5z',
  coins:
    'M3 6a9 3.5 0 0 1 18 0a9 3.5 0 0 1-18 0z M3 10c3 3 15 3 18 0v3.5c-3 3-15 3-18 0z M3 16.5c3 3 15 3 18 0V20c-3 3-15 3-18 0z',
  invoice: 'M5 2h14v20l-3.5-2.5L12 22l-3.5-2.5L5 22z M8 6.5h8v2H8z M8 11h8v2H8z',
  ledger: 'M3 2h4v20H3z M9 2h12v20H9z M12 6h6v2h-6z M12 11h6v2h-6z M12 16h6v2h-6z',
  parcel: 'M3 8.5l8 4V22l-8-4z M21 8.5l-8 4V22l8-4z M12 2l8.5 4.300L12 10.700L3.5 6.300z',
  shop: 'M4 3h16l2 6a3 3 0 0 1-5 2a3.5 3.5 0 0 1-5 0a3.5 3.5 0 0 1-5 0a3 3 0 0 1-5-2z M4 13.5h16V21H4z M13 15.5h4V21h-4z',
  terminal: 'M6 2h12v20H6z M8.5 5h7v5h-7z M8.5 13h2v2h-2z M13.5 13h2v2h-2z M8.5 17h2v2h-2z M13.5 17h2v2h-2z',
  upload: 'M12 2l6.5 7.5H14V16h-4V9.5H5.5z M3 18h18v3H3z',
} as const;

export type GlyphName = keyof typeof glyphPathByName;
