import { returnStatusAnswerShape } from '../../contract/return-status-answer.js';
import { createBodyParser } from '../../contract/shape.js';

/** The connection that a person has just come back from signing in to. `status` is Codat's; `returned` is only a hint. */
export interface ReturnedConnection {
  readonly companyId: string;
  readonly connectionId: string;
  readonly platformName: string;
  readonly status: string;
  /** The status code in the URL that the person was redirected with. */
  readonly returned: number | undefined;
  /** The id of the attempt, if the page that started it gave it one. */
  readonly attempt: string | undefined;
  /** `shared` if the person used a share link, else `own`. */
  readonly for: 'own' | 'shared';
}

export const parseReturnedConnection = createBodyParser(
  returnStatusAnswerShape,
  ({ returned, ...same }): ReturnedConnection => ({
    ...same,
    returned: Number(returned) || undefined,
    for: same.for === 'shared' ? 'shared' : 'own',
  }),
);
