import { maybe, object, read, text } from './shape.js';

const wire = object({ connectionId: maybe(text), dataType: maybe(text), status: text });

/** One read of one type of a connection's data: of Codat's pull operation, what tells which types are read. */
export const pull = read(wire, ({ connectionId, dataType, status }) => ({
  connectionId: connectionId ?? '',
  dataType: dataType ?? '',
  /** Whether the platform has such data at all. */
  offered: status !== 'NotSupported',
}));
