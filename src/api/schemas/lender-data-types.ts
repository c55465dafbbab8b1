import { array, object, string, unknown } from '../../contract/shape.js';

/** The data that the lender reads: Codat's names of data types by source type, and whether the lender writes nothing. */
interface LenderDataTypes {
  readonly dataTypes: readonly { readonly sourceType: string; readonly dataTypes: readonly string[] }[];
  readonly readsOnly: boolean;
}

const wire = object({
  dataTypes: array(object({ sourceType: string, dataTypes: array(string) })),
  readsOnly: unknown,
});

/** Parses `reads` of the gateway's list of platforms. It never throws, since another gateway may have no `reads` in its list. */
export function parseLenderDataTypes(body: unknown): LenderDataTypes {
  try {
    const { dataTypes, readsOnly } = wire(body);
    return { dataTypes, readsOnly: readsOnly === true };
  } catch {
    return { dataTypes: [], readsOnly: false };
  }
}
