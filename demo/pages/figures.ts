const withPence = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });
const whole = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
});
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });
const percent = new Intl.NumberFormat('en-GB', { style: 'percent', minimumFractionDigits: 1 });

/** Pounds and pence: `£3,610.21`. */
export const pounds = (amount: number): string => withPence.format(amount);

/** Whole pounds: `£40,000`. */
export const wholePounds = (amount: number): string => whole.format(amount);

/** A rate, given as a fraction: `14.9%`. */
export const rate = (fraction: number): string => percent.format(fraction);

/** A date as it is written in a letter: `4 March 2026`. */
export const onDay = (isoTime: string): string => day.format(new Date(isoTime));
