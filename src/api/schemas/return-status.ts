import { unknown, nullish, object, parser, string } from './parsing/shape.js';

/** The connection that a person has just come back from signing in to. `status` is Codat's; `returned` is only a hint. */
export interface ReturnStatus {
  readonly companyId: string;
  readonly connectionId: string;
  readonly platformName: string;
  readonly status: string;
  /** The status code in the URL that the person was redirected with. */
  readonly returned: number | undefined;
  /** The id of the attempt, if the page that started it gave it one. */
  readonly attempt: string | undefined;
  /** `shared` if the person came by a share link. */
  readonly for: 'own' | 'shared';
}

const wire = object({
  companyId: string,
  connectionId: string,
  platformName: string,
  status: string,
  returned: unknown,
  for: unknown,
  attempt: nullish(string),
});

export const returnStatus = parser(wire, ({ returned, ...same }): ReturnStatus => ({
  ...same,
  attempt: same.attempt ?? undefined,
  returned: Number(returned) || undefined,
  for: same.for === 'shared' ? 'shared' : 'own',
}));
