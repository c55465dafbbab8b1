import { nullish, object, string, type Shape } from './shape.js';

export const changedResources = ['connections', 'data'] as const;

export type ChangedResource = (typeof changedResources)[number];

/** The data of one event of the gateway. It names the subject that has changed, which the page then refetches, and has none of Codat's data. */
export interface ChangeNotice<Subject extends string = ChangedResource> {
  readonly at: Subject;
  /** The connection's id; undefined if any of the company's may have changed. */
  readonly connection?: string | undefined;
}

/** Accepts any subject, since a page may be older than its gateway. */
export const changeNoticeShape: Shape<ChangeNotice<string>> = object({
  at: string,
  connection: nullish(string),
});
