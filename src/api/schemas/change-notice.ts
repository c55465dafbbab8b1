import { oneOf } from './parsing/one-of.js';
import { nullish, object, parser, string } from './parsing/shape.js';

const subjects = ['connections', 'data'] as const;

/** An event of the gateway: says which data has changed, without the data. */
export interface ChangeNotice {
  readonly at: (typeof subjects)[number] | 'Unknown';
  /** The connection's id; undefined if any of the company's may have changed. */
  readonly connection: string | undefined;
}

const wire = object({ at: string, connection: nullish(string) });

/** Parses the data of one server-sent event of the gateway. */
export const changeNotice = parser(wire, ({ at, connection }): ChangeNotice => ({
  at: oneOf(subjects, at),
  connection: connection ?? undefined,
}));
