/** The least, the median and the most of them. */
export function spread(values: readonly number[], digits: number): string {
  return [0, 0.5, 1].map((part) => quantile(values, part).toFixed(digits)).join(' / ');
}

/** The value that this part of them does not exceed. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? NaN;
}
