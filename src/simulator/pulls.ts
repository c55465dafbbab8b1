import type { SimulatedPlatform, SourceType } from './platforms/platforms.js';

/** The status of a sync of one data type (Codat's OpenAPI, `PullOperation.status`). */
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

/** One sync of one data type of a connection, as it is planned: `pullStateAt` computes its status. Times are milliseconds since 1970. */
export interface PlannedPull {
  readonly id: string;
  readonly dataType: string;
  readonly requested: number;
  /** When it runs; `asleep` until the computer with the business's books is on. */
  plan: { readonly begins: number; readonly ends: number } | 'asleep' | 'unsupported';
  /** Set when it ended otherwise than planned. */
  stopped?: { readonly at: number; readonly status: PullStatus };
}

/** The state of a pull at one time. `ended` is absent while it is running. */
interface PullState {
  readonly status: PullStatus;
  /** Per cent. */
  readonly progress: number;
  readonly ended?: number;
}

/** How long a complete sync takes, in milliseconds. */
export const syncDurationMs = 20_000;

/** Every pull is queued for at least `queueMs`, and then runs for `pullMs`. */
const queueMs = 1_000;
const pullMs = 8_000;

const supportedTypes: Readonly<Partial<Record<SourceType, readonly string[]>>> = {
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

/** The data types in a sync of this platform, by its source type, and whether the platform supports each. */
export function dataTypeSupportOf({
  sourceType,
}: SimulatedPlatform): { dataType: string; supported: boolean }[] {
  const unsupportedType = notSupported[sourceType];
  return [
    ...(supportedTypes[sourceType] ?? []).map((dataType) => ({ dataType, supported: true })),
    ...(unsupportedType ? [{ dataType: unsupportedType, supported: false }] : []),
  ];
}

/** Plans a complete sync: one pull for each data type, started one after the other. */
export function planPulls(platform: SimulatedPlatform, now: number): PlannedPull[] {
  const types = dataTypeSupportOf(platform);
  const times = schedule(types.filter(({ supported }) => supported).length, now);
  return types.map(({ dataType, supported }, index) => ({
    id: crypto.randomUUID(),
    dataType,
    requested: now,
    plan: supported && platform.offline ? 'asleep' : (supported && times[index]) || 'unsupported',
  }));
}

/** Starts the pulls that wait for the computer with the business's books. */
export function startPullsWaitingForComputer(pulls: readonly PlannedPull[], now: number): void {
  const waiting = pulls.filter((pull) => pull.plan === 'asleep' && !pull.stopped);
  const times = schedule(waiting.length, now);
  waiting.forEach((pull, index) => (pull.plan = times[index] ?? pull.plan));
}

/** When each of `count` pulls begins and ends: at equal intervals, the last at the end of the sync. */
function schedule(count: number, now: number): { begins: number; ends: number }[] {
  const step = (syncDurationMs - queueMs - pullMs) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, index) => {
    const begins = now + queueMs + index * step;
    return { begins, ends: begins + pullMs };
  });
}

/** The status of a running pull until each fraction of its time. */
const stages: readonly (readonly [until: number, PullStatus])[] = [
  [0.55, 'Fetching'],
  [0.6, 'MapQueued'],
  [0.8, 'Mapping'],
  [0.85, 'ValidationQueued'],
  [1, 'Validating'],
];

/** The state of a pull at a time, computed from its plan. */
export function pullStateAt({ plan, stopped, requested }: PlannedPull, now: number): PullState {
  if (stopped && stopped.at <= now) {
    const { progress } = pullStateOfPlan(plan, requested, stopped.at);
    return { status: stopped.status, progress, ended: stopped.at };
  }
  return pullStateOfPlan(plan, requested, now);
}

function pullStateOfPlan(plan: PlannedPull['plan'], requested: number, now: number): PullState {
  if (plan === 'unsupported') return { status: 'NotSupported', progress: 0, ended: requested };
  if (plan === 'asleep' || now < plan.begins) return { status: 'Queued', progress: 0 };
  if (now >= plan.ends) return { status: 'Complete', progress: 100, ended: plan.ends };
  const done = (now - plan.begins) / (plan.ends - plan.begins);
  const [, status] = stages.find(([until]) => done < until) ?? [1, 'Validating'];
  return { status, progress: Math.floor(done * 100) };
}

/** The latest time at which a pull completed. */
export function findLastCompletionTime(pulls: readonly PlannedPull[], now: number): number | undefined {
  const ends = pulls.map((pull) => pullStateAt(pull, now)).filter(({ status }) => status === 'Complete');
  return ends.length > 0 ? Math.max(...ends.map(({ ended = 0 }) => ended)) : undefined;
}
