import { known } from './parsing/known.js';
import { maybe, object, read, text } from './parsing/shape.js';

const places = ['connections', 'data'] as const;

/** Where the gateway says there is something to look at; never what. */
export interface Look {
  readonly at: (typeof places)[number] | 'Unknown';
  /** Which connection it is about; any of the company's, if it doesn't say. */
  readonly connection: string | undefined;
}

const wire = object({ at: text, connection: maybe(text) });

/** Reads one message of the gateway's event stream. */
export const look = read(wire, ({ at, connection }): Look => ({
  at: known(places, at),
  connection: connection ?? undefined,
}));
