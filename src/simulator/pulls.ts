import type { SimulatedPlatform, SourceType } from './platforms/platforms.js';

/** Where a sync of one data type stands (Codat's OpenAPI, `PullOperation.status`). */
export type PullStatus =
  | 'Initial'
  | 'Queued'
  | 'Fetching'
  | 'MapQueued'
  | 'Mapping'
  | 'Complete'
  | 'FetchError'
  | 'MapError'
  | 'InternalError'
  | 'ProcessingQueued'
  | 'Processing'
  | 'ProcessingError'
  | 'ValidationQueued'
  | 'Validating'
  | 'ValidationError'
  | 'AuthError'
  | 'Cancelled'
  | 'NotSupported'
  | 'RateLimitError'
  | 'PermissionsError'
  | 'PrerequisiteNotMet';

/** One data type of one connection being read, once. Times are milliseconds since 1970. */
export interface PullRecord {
  readonly id: string;
  readonly dataType: string;
  readonly requested: number;
  /** When it is read; `asleep` until the computer that has the books is on. */
  plan: { readonly begins: number; readonly ends: number } | 'asleep' | 'unsupported';
  /** It came to another end than planned. */
  stopped?: { readonly at: number; readonly status: PullStatus };
}

/** What a pull looks like at one moment. `ended` is absent while it is under way. */
export interface PullSight {
  readonly status: PullStatus;
  /** Per cent. */
  readonly progress: number;
  readonly ended?: number;
}

/** How long reading everything takes after a connection is linked, in milliseconds. */
export const syncLasts = 20_000;

/** Of that, every pull is in the queue for at least the first of these, and takes the second. */
const queueLasts = 1_000;
const pullLasts = 8_000;

const read: Readonly<Partial<Record<SourceType, readonly string[]>>> = {
  Accounting: [
    'company',
    'chartOfAccounts',
    'customers',
    'suppliers',
    'bankAccounts',
    'invoices',
    'bills',
    'profitAndLoss',
  ],
  Banking: ['banking-accounts', 'banking-transactions', 'banking-accountBalances'],
  Commerce: [
    'commerce-companyInfo',
    'commerce-customers',
    'commerce-products',
    'commerce-orders',
    'commerce-payments',
  ],
};

const notSupported: Readonly<Partial<Record<SourceType, string>>> = {
  Accounting: 'itemReceipts',
  Banking: 'banking-transactionCategories',
  Commerce: 'commerce-disputes',
};

/** The data types a lender asks of a kind of platform, and whether the platform can give them. */
export function dataTypesOf({ sourceType }: SimulatedPlatform): { dataType: string; supported: boolean }[] {
  const lacking = notSupported[sourceType];
  return [
    ...(read[sourceType] ?? []).map((dataType) => ({ dataType, supported: true })),
    ...(lacking ? [{ dataType: lacking, supported: false }] : []),
  ];
}

/** A first look at everything a platform has: one pull a data type, begun one after the other. */
export function planPulls(platform: SimulatedPlatform, now: number): PullRecord[] {
  const types = dataTypesOf(platform);
  const times = timetable(types.filter(({ supported }) => supported).length, now);
  return types.map(({ dataType, supported }, index) => ({
    id: crypto.randomUUID(),
    dataType,
    requested: now,
    plan: supported && platform.offline ? 'asleep' : (supported && times[index]) || 'unsupported',
  }));
}

/** The computer that has the books is on: what was waiting for it begins. */
export function wake(pulls: readonly PullRecord[], now: number): void {
  const waiting = pulls.filter((pull) => pull.plan === 'asleep' && !pull.stopped);
  const times = timetable(waiting.length, now);
  waiting.forEach((pull, index) => (pull.plan = times[index] ?? pull.plan));
}

/** When each of so many pulls begins and ends: at even distances, the last with the whole sync. */
function timetable(count: number, now: number): { begins: number; ends: number }[] {
  const step = (syncLasts - queueLasts - pullLasts) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, index) => {
    const begins = now + queueLasts + index * step;
    return { begins, ends: begins + pullLasts };
  });
}

/** Up to which part of its time a pull is in which stage. */
const stages: readonly (readonly [until: number, PullStatus])[] = [
  [0.55, 'Fetching'],
  [0.6, 'MapQueued'],
  [0.8, 'Mapping'],
  [0.85, 'ValidationQueued'],
  [1, 'Validating'],
];

/** Where a pull stands at a moment: a matter of the clock alone. */
export function look({ plan, stopped, requested }: PullRecord, now: number): PullSight {
  if (stopped && stopped.at <= now) {
    const { progress } = planned(plan, requested, stopped.at);
    return { status: stopped.status, progress, ended: stopped.at };
  }
  return planned(plan, requested, now);
}

function planned(plan: PullRecord['plan'], requested: number, now: number): PullSight {
  if (plan === 'unsupported') return { status: 'NotSupported', progress: 0, ended: requested };
  if (plan === 'asleep' || now < plan.begins) return { status: 'Queued', progress: 0 };
  if (now >= plan.ends) return { status: 'Complete', progress: 100, ended: plan.ends };
  const done = (now - plan.begins) / (plan.ends - plan.begins);
  const [, status] = stages.find(([until]) => done < until) ?? [1, 'Validating'];
  return { status, progress: Math.floor(done * 100) };
}

/** When something was last read in full. */
export function lastComplete(pulls: readonly PullRecord[], now: number): number | undefined {
  const ends = pulls.map((pull) => look(pull, now)).filter(({ status }) => status === 'Complete');
  return ends.length > 0 ? Math.max(...ends.map(({ ended = 0 }) => ended)) : undefined;
}
