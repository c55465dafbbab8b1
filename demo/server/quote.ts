/** What a visitor would like to borrow, in whole pounds, and over how many months. */
export interface Quote {
  readonly amount: number;
  readonly months: number;
}

/** What a loan costs, in pounds. `monthly` is one of equal payments. */
export interface Repayment {
  readonly monthly: number;
  readonly total: number;
  readonly interest: number;
}

/** What Larkspur lends: pounds, months, and one fixed yearly interest rate for every example. */
export const terms = {
  min: 5_000,
  max: 250_000,
  step: 1_000,
  months: [6, 12, 18, 24],
  yearlyRate: 0.149,
} as const;

const monthlyRate = terms.yearlyRate / 12;

/** The yearly rate with interest on interest, which is what lenders must compare by. */
export const annualPercentageRate = (1 + monthlyRate) ** 12 - 1;

/** What a visitor sees before choosing anything. */
export const firstQuote: Quote = { amount: 40_000, months: 12 };

/** One month's payment for each pound borrowed: equal payments, interest on what is still owed. */
export function paymentPerPound(months: number): number {
  return monthlyRate / (1 - (1 + monthlyRate) ** -months);
}

/** What this loan would cost at the example rate, to the penny. */
export function repaymentOf({ amount, months }: Quote): Repayment {
  const monthly = Math.round(amount * paymentPerPound(months) * 100) / 100;
  const total = monthly * months;
  return { monthly, total, interest: total - amount };
}

/** Reads a quote from a form or an address. What is missing or out of range becomes the nearest loan we make. */
export function quoteFrom(entries: { get(name: string): unknown }): Quote {
  const amount = Number(entries.get('amount') ?? Number.NaN);
  const months = Number(entries.get('months'));
  return {
    amount: Number.isFinite(amount)
      ? Math.min(terms.max, Math.max(terms.min, Math.round(amount / terms.step) * terms.step))
      : firstQuote.amount,
    months: terms.months.find((offered) => offered === months) ?? firstQuote.months,
  };
}
