/** The metrics: type, name and help text in Prometheus. */
const families = {
  requests: ['counter', 'codat_gateway_requests_total', 'Requests answered.'],
  requestSeconds: ['histogram', 'codat_gateway_request_seconds', 'Time until the headers of an answer.'],
  codatCalls: ['counter', 'codat_gateway_codat_calls_total', 'Calls to Codat.'],
  codatSeconds: ['histogram', 'codat_gateway_codat_call_seconds', 'Time of calls to Codat, with repeats.'],
  sparedCalls: ['counter', 'codat_gateway_codat_calls_spared_total', 'Calls that a limit kept from Codat.'],
  quotaLeft: [
    'gauge',
    'codat_gateway_codat_quota_left',
    'The lender’s calls left today, as Codat last said.',
  ],
  webhooks: ['counter', 'codat_gateway_webhooks_total', 'Webhooks of Codat that arrived.'],
  troubles: ['counter', 'codat_gateway_troubles_total', 'Problems that the lender has to fix.'],
  identities: ['counter', 'codat_gateway_identity_questions_total', 'How often a company was asked for.'],
  hookCalls: ['counter', 'codat_gateway_hook_calls_total', 'Calls of the lender’s hooks.'],
  droppedEvents: [
    'counter',
    'codat_gateway_events_dropped_total',
    'Events that did not reach the hook onEvent.',
  ],
  openStreams: ['gauge', 'codat_gateway_open_streams', 'Pages that listen for changes.'],
  storeUp: ['gauge', 'codat_gateway_store_up', 'Whether the store can be written to.'],
  busUp: ['gauge', 'codat_gateway_bus_up', 'Whether the bus connects the processes.'],
  ready: ['gauge', 'codat_gateway_ready', 'Whether this process takes requests.'],
  loopLag: ['gauge', 'codat_gateway_event_loop_lag_seconds', 'The 99th percentile since the last reading.'],
} as const;

type Family = keyof typeof families;
type Labels = Readonly<Record<string, string | number>>;

/** Upper bounds of the buckets of times, in seconds. */
const bounds = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

interface Histogram {
  count: number;
  sum: number;
  readonly buckets: number[];
}

/** Numbers of this process, in the text format of Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats). */
export class Metrics {
  readonly #numbers: Map<Family, Map<string, number>>;
  readonly #histograms: Map<Family, Map<string, Histogram>>;
  readonly #labels: Labels;

  /** `labels` are added to every number. With a `parent`, they are added to the parent's numbers. */
  constructor(labels: Labels = {}, parent?: Metrics) {
    this.#labels = labels;
    this.#numbers = parent ? parent.#numbers : new Map<Family, Map<string, number>>();
    this.#histograms = parent ? parent.#histograms : new Map<Family, Map<string, Histogram>>();
  }

  count(family: Family, labels: Labels = {}, by = 1): void {
    const series = this.#seriesOf(family);
    const key = keyOf({ ...this.#labels, ...labels });
    series.set(key, (series.get(key) ?? 0) + by);
  }

  set(family: Family, value: number): void {
    this.#seriesOf(family).set(keyOf(this.#labels), value);
  }

  /** Counts a duration in milliseconds. */
  time(family: Family, labels: Labels, ms: number): void {
    const series = this.#histograms.get(family) ?? new Map<string, Histogram>();
    this.#histograms.set(family, series);
    const key = keyOf({ ...this.#labels, ...labels });
    const histogram = series.get(key) ?? { count: 0, sum: 0, buckets: bounds.map(() => 0) };
    series.set(key, histogram);
    histogram.count++;
    histogram.sum += ms / 1000;
    bounds.forEach((bound, index) => {
      if (ms / 1000 <= bound) histogram.buckets[index] = (histogram.buckets[index] ?? 0) + 1;
    });
  }

  /** All numbers as text. */
  toString(): string {
    const lines: string[] = [];
    for (const [family, [type, name, help]] of Object.entries(families) as [
      Family,
      [string, string, string],
    ][]) {
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`);
      for (const [key, value] of this.#numbers.get(family) ?? [])
        lines.push(`${name}${braced(key)} ${value}`);
      for (const [key, histogram] of this.#histograms.get(family) ?? [])
        lines.push(...linesOf(name, key, histogram));
    }
    return `${lines.join('\n')}\n`;
  }

  #seriesOf(family: Family): Map<string, number> {
    const series = this.#numbers.get(family) ?? new Map<string, number>();
    this.#numbers.set(family, series);
    return series;
  }
}

function linesOf(name: string, key: string, { count, sum, buckets }: Histogram): string[] {
  const bucket = (bound: string | number, value: number): string =>
    `${name}_bucket${braced([key, `le="${bound}"`].filter(Boolean).join(','))} ${value}`;
  return [
    ...bounds.map((bound, index) => bucket(bound, buckets[index] ?? 0)),
    bucket('+Inf', count),
    `${name}_sum${braced(key)} ${sum}`,
    `${name}_count${braced(key)} ${count}`,
  ];
}

const keyOf = (labels: Labels): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${String(value).replace(/["\\\n]/g, '_')}"`)
    .join(',');

const braced = (key: string): string => key && `{${key}}`;
