import * as z from 'zod/mini';
import { terms } from './quote.js';

/** What a loan may be for, as the form offers it. */
export const purposes = ['Stock', 'Equipment', 'Hiring', 'Premises', 'Cash flow', 'Something else'] as const;

/** The kinds of business Larkspur lends to. */
export const businessKinds = ['Limited company', 'Partnership', 'Sole trader'] as const;

const words = (missing: string) =>
  z.string().check(z.trim(), z.minLength(1, missing), z.maxLength(120, 'Use 120 characters or fewer.'));
const range = 'Enter an amount from £5,000 to £250,000.';

/** What an application must say before it can be sent. */
export const applicationShape = z.object({
  amount: z.coerce.number(range).check(z.gte(terms.min, range), z.lte(terms.max, range)),
  months: z.coerce
    .number()
    .check(
      z.refine(
        (months) => terms.months.some((offered) => offered === months),
        'Choose how long to repay over.',
      ),
    ),
  purpose: z.enum(purposes, 'Choose what the loan is for.'),
  business: words('Enter the name of the business.'),
  kind: z.enum(businessKinds, 'Choose the kind of business.'),
  person: words('Enter your name.'),
  email: z
    .string()
    .check(
      z.trim(),
      z.email('Enter an email address, such as name@example.com.'),
      z.maxLength(254, 'Use 254 characters or fewer.'),
    ),
});

/** A finished loan application. The books it rests on are read through Codat, never from this form. */
export type Application = z.infer<typeof applicationShape>;

/** One field of the application. */
export type Field = keyof Application;

/** What was typed, as it was typed, and a sentence for each field that can't be accepted. */
export interface Draft {
  readonly values: Partial<Record<Field, string>>;
  readonly faults: Partial<Record<Field, string>>;
}

/** Checks a posted form: the application, or the draft with a sentence a field. */
export function readApplication(form: URLSearchParams): { application: Application } | { draft: Draft } {
  const values = Object.fromEntries<string>(form);
  const read = applicationShape.safeParse(values);
  if (read.success) return { application: read.data };
  const faults: Draft['faults'] = {};
  for (const { path, message } of read.error.issues) faults[path[0] as Field] ??= message; // the shape is flat
  return { draft: { values, faults } };
}
