import { nullish, object, string, unknown, type Infer } from './shape.js';

/** The answer of `GET /return/status`: the connection that a person has just come back from signing in to. */
export const returnStatusAnswerShape = object({
  companyId: string,
  connectionId: string,
  platformName: string,
  /** Codat's status of the connection, which alone decides whether it is connected. */
  status: string,
  /** The `statusCode` of the URL that Codat redirected the person to: a hint, since anyone can forge it. */
  returned: unknown,
  /** `shared` if the person used a share link, else `own`. */
  for: unknown,
  /** The id of the attempt, if the page that started it gave it one. */
  attempt: nullish(string),
});

export type ReturnStatusJson = Infer<typeof returnStatusAnswerShape>;
