import { platforms as known, type SimulatedPlatform, type SourceType } from '../../src/simulator/index.js';

const first =
  'North Silver Quick Clear Bright Blue Prime Summit Harbor Cedar Swift Lunar Atlas Copper Maple Delta Nova River Iron Amber';
const second =
  'ledger field bridge stone point wave gate forge leaf mark line peak port crest well brook dale mill';
const third: readonly (readonly [string, SourceType])[] = [
  ['Books', 'Accounting'],
  ['Accounts', 'Accounting'],
  ['Invoicing', 'Accounting'],
  ['Ledgers', 'Accounting'],
  ['Bank', 'Banking'],
  ['Savings', 'Banking'],
  ['Credit Union', 'Banking'],
  ['Pay', 'Commerce'],
  ['Commerce', 'Commerce'],
  ['Tills', 'Commerce'],
  ['Market', 'Commerce'],
  ['Shops', 'Commerce'],
  ['Cards', 'Expense'],
  ['Cloud', 'Other'],
];

/** The simulator's own platforms that a picker shows, and after them made ones, as many as are asked for. */
export function platforms(count: number): SimulatedPlatform[] {
  const shown = known.filter(
    ({ enabled = true, sandbox = false, sourceType }) => enabled && !sandbox && sourceType !== 'BankFeed',
  );
  const made = Array.from({ length: Math.max(0, count - shown.length) }, (_, index) => makePlatform(index));
  return [...shown.slice(0, count), ...made];
}

/** No two of the first 5,040 have the same name. */
function makePlatform(index: number): SimulatedPlatform {
  const [firsts, seconds] = [first.split(' '), second.split(' ')];
  const [kind, sourceType] = third[index % third.length] ?? ['', 'Other'];
  const row = Math.floor(index / third.length);
  const one = firsts[(row * 7) % firsts.length] ?? '';
  const other = seconds[Math.floor(row / firsts.length) % seconds.length] ?? '';
  return { key: `made${index.toString(36).padStart(3, '0')}`, name: `${one}${other} ${kind}`, sourceType };
}
