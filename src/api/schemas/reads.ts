import { array, object, string, unknown } from '../../contract/shape.js';

/** What the lender reads: Codat's names of data types by source type, and whether it writes nothing. */
export interface Reads {
  readonly dataTypes: readonly { readonly sourceType: string; readonly dataTypes: readonly string[] }[];
  readonly readsOnly: boolean;
}

const wire = object({
  dataTypes: array(object({ sourceType: string, dataTypes: array(string) })),
  readsOnly: unknown,
});

/** Parses what the gateway's list of platforms says of reading. Another gateway says nothing of it, and no such list is refused for it. */
export function parseReads(body: unknown): Reads {
  try {
    const { dataTypes, readsOnly } = wire(body);
    return { dataTypes, readsOnly: readsOnly === true };
  } catch {
    return { dataTypes: [], readsOnly: false };
  }
}
