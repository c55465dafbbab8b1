import { nullish, object, string, type Shape } from './shape.js';

export const changeSubjects = ['connections', 'data'] as const;

export type ChangeSubject = (typeof changeSubjects)[number];

/** The data of an event of the gateway: says what has changed, without the data. */
export interface ChangeNotice<Subject extends string = ChangeSubject> {
  readonly at: Subject;
  /** The connection's id; undefined if any of the company's may have changed. */
  readonly connection?: string | undefined;
}

/** A page may be older than its gateway, so it takes any subject. */
export const changeNoticeBody: Shape<ChangeNotice<string>> = object({
  at: string,
  connection: nullish(string),
});
