import type { ButtonSnapshot, RowSnapshot, TileSnapshot, PageSnapshot } from './page-snapshot.js';

/** Pages on which the rules stand. */
const xero = 'https://developer.xero.com/documentation/api-guides/certification-checkpoints';
const codat = 'https://docs.codat.io/integrations/accounting/xero/partner-certification/checkpoints-lending';
const intuit = 'https://developer.intuit.com/app/developer/qbo/docs/go-live';
const requirements = `${intuit}/publish-app/technical-requirements`;
const guidelines = `${intuit}/naming-and-logo-guidelines`;

/** One thing on the page that a rule is about, and whether it is as it should be. */
export interface Case {
  readonly what: string;
  readonly ok: boolean;
}

/** A rule of a platform's maker that can be seen to be kept on a page. */
export interface Rule {
  readonly id: string;
  readonly says: string;
  readonly source: string;
  readonly casesOn: (snapshot: PageSnapshot) => readonly Case[];
}

const isXero = ({ platform }: { readonly platform: string }): boolean => /^Xero\b/.test(platform);
const isQuickBooks = ({ platform }: { readonly platform: string }): boolean =>
  /^quick ?books\b/i.test(platform);
const offers = ({ inRow, inMenu }: RowSnapshot, ...actions: string[]): boolean =>
  actions.some((action) => inRow.includes(action) || inMenu.includes(action));

/** A case for each of these. */
function each<Seen extends { readonly platform: string }>(
  all: readonly Seen[],
  ok: (seen: Seen) => boolean,
): Case[] {
  return all.map((seen) => ({ what: seen.platform, ok: ok(seen) }));
}

const rowsOf = (is: (row: RowSnapshot) => boolean, connected: boolean) => (snapshot: PageSnapshot) =>
  snapshot.rows.filter((row) => is(row) && row.connected === connected);
const tilesOf = (connected: boolean) => (snapshot: PageSnapshot) =>
  snapshot.tiles.filter((tile) => isQuickBooks(tile) && tile.connected === connected && tile.enabled);
const brandedTiles = (snapshot: PageSnapshot): (TileSnapshot & { branded: ButtonSnapshot })[] =>
  tilesOf(false)(snapshot).flatMap((tile) => (tile.branded ? [{ ...tile, branded: tile.branded }] : []));

/** What can be seen of the rules of Xero and of Intuit for an integration. */
export const rules: readonly Rule[] = [
  {
    id: 'xero-organisation',
    says: 'The name of the organisation that is connected is shown.',
    source: `${xero} (checkpoint 3)`,
    casesOn: (snapshot) => each(rowsOf(isXero, true)(snapshot), ({ organisation }) => organisation !== ''),
  },
  {
    id: 'xero-status',
    says: 'The current status of the connection is shown.',
    source: `${xero} (checkpoint 3)`,
    casesOn: ({ rows }) => each(rows.filter(isXero), ({ status }) => status !== ''),
  },
  {
    id: 'xero-connect',
    says: 'There is a button to connect to Xero.',
    source: `${xero} (checkpoint 3)`,
    casesOn: ({ tiles }) => each(tiles.filter(isXero), ({ enabled }) => enabled),
  },
  {
    id: 'xero-reconnect',
    says: 'Where it is disconnected, from whichever side, there is a button to reconnect.',
    source: `${xero} (checkpoint 3); ${codat}`,
    casesOn: (snapshot) => each(rowsOf(isXero, false)(snapshot), ({ inRow }) => inRow.includes('reconnect')),
  },
  {
    id: 'xero-disconnect',
    says: 'There is a button to end the connection.',
    source: `${xero} (checkpoint 3); ${codat}`,
    casesOn: (snapshot) => each(rowsOf(isXero, true)(snapshot), (row) => offers(row, 'disconnect', 'delete')),
  },
  {
    id: 'xero-errors',
    says: 'What went wrong is shown to the person.',
    source: codat,
    casesOn: (snapshot) => each(rowsOf(isXero, false)(snapshot), ({ reason }) => reason !== ''),
  },
  {
    id: 'intuit-button',
    says: 'The «Connect to QuickBooks» button is shown while QuickBooks is not connected.',
    source: `${requirements} (1.1)`,
    casesOn: (snapshot) =>
      each(
        tilesOf(false)(snapshot),
        ({ branded }) => branded?.loaded === true && branded.atRest.includes(true),
      ),
  },
  {
    id: 'intuit-hover',
    says: 'It has the look it was given for when somebody points at it.',
    source: guidelines,
    casesOn: (snapshot) =>
      each(brandedTiles(snapshot), ({ branded: { atRest, pointedAt } }) =>
        atRest.every((shown, index) => shown !== pointedAt[index]),
      ),
  },
  {
    id: 'intuit-unaltered',
    says: 'Its look is not changed.',
    source: guidelines,
    casesOn: (snapshot) => each(brandedTiles(snapshot), ({ branded }) => branded.altered.length === 0),
  },
  {
    id: 'intuit-hidden',
    says: 'It is hidden once QuickBooks is connected.',
    source: `${requirements} (1.1)`,
    casesOn: (snapshot) => each(tilesOf(true)(snapshot), ({ branded }) => !branded),
  },
  {
    id: 'intuit-disconnect',
    says: 'Once QuickBooks is connected there is a button to disconnect.',
    source: `${requirements} (1.1)`,
    casesOn: (snapshot) =>
      each(rowsOf(isQuickBooks, true)(snapshot), (row) => offers(row, 'disconnect', 'delete')),
  },
  {
    id: 'intuit-reconnect',
    says: 'Where access was lost the person is asked to reconnect.',
    source: requirements,
    casesOn: (snapshot) =>
      each(
        rowsOf(isQuickBooks, false)(snapshot),
        ({ inRow, reason }) => inRow.includes('reconnect') && reason !== '',
      ),
  },
  {
    id: 'intuit-spelling',
    says: '«Intuit» and «QuickBooks» are spelled and capitalised so, and never shortened.',
    source: `${requirements} (1.4)`,
    casesOn: ({ text }) => [
      ...[...text.matchAll(/\b(?:quick ?books|intuit)\b/gi)].map(([what]) => ({
        what,
        ok: what === 'QuickBooks' || what === 'Intuit',
      })),
      ...[...text.matchAll(/\bQB(?:OA?|D)?\b/g)].map(([what]) => ({ what, ok: false })),
    ],
  },
  {
    id: 'intuit-product',
    says: 'The product is named in full: QuickBooks Online is not QuickBooks Desktop.',
    source: 'https://docs.codat.io/auth-flow/optimize/platform-selection',
    casesOn: ({ rows, tiles }) =>
      each([...rows, ...tiles].filter(isQuickBooks), ({ platform }) =>
        /^QuickBooks (?:Online|Desktop)\b/.test(platform),
      ),
  },
];

/** Rules that can't be seen on a page, for a person to check. */
export const checklist: readonly { readonly says: string; readonly source: string }[] = [
  {
    says: 'Your app’s name is the one people know it by, and has no «Xero» in it.',
    source: `${xero} (checkpoint 1)`,
  },
  {
    says: 'When a customer disconnects in Xero, your page shows it: set `webhookSecrets` and subscribe to connection.disconnected, or read a little every day.',
    source: codat,
  },
  { says: 'When a customer leaves you, you end their connection (Codat: delete it).', source: codat },
  {
    says: 'Xero permits your kind of lending in your country.',
    source: 'https://docs.codat.io/integrations/accounting/xero/accounting-xero',
  },
  {
    says: 'Your name and logo contain nothing of Intuit’s, stand at the top of the page, and are larger than any logo of theirs.',
    source: guidelines,
  },
  {
    says: 'Only pictures that Intuit provides are used for Intuit and QuickBooks, on the rest of the page too.',
    source: `${requirements} (1.3)`,
  },
  {
    says: 'Your launch and disconnect addresses are set at Intuit, and connecting, disconnecting and reconnecting are tried.',
    source: requirements,
  },
  {
    says: 'A customer can reach your support from the page: the `help` slot is a place for it.',
    source: 'https://docs.codat.io/integrations/accounting/quickbooksonline/qbo-app-assessment-questionnaire',
  },
];

/** A rule, and whether the pages keep it. */
export interface Finding extends Omit<Rule, 'casesOn'> {
  readonly is: 'met' | 'missed' | 'not seen';
  /** What falls short. */
  readonly missing: readonly string[];
}

/** Judges each rule: missed where a case falls short, not seen where there is no case. */
export function judgeRules(snapshots: readonly PageSnapshot[]): Finding[] {
  return rules.map(({ casesOn, ...rule }) => {
    const cases = snapshots.flatMap((snapshot) => casesOn(snapshot));
    const missing = cases.filter(({ ok }) => !ok).map(({ what }) => what);
    if (missing.length > 0) return { ...rule, is: 'missed', missing };
    return { ...rule, is: cases.length > 0 ? 'met' : 'not seen', missing };
  });
}
