import { anything, object, read, text } from './shape.js';

/** What the gateway says of the one connection a person has just come back from. `returned` is a hint, `status` the truth. */
export interface ReturnStatus {
  readonly companyId: string;
  readonly connectionId: string;
  readonly platformName: string;
  readonly status: string;
  /** The status code the person was sent back with, as the gateway understood it. */
  readonly returned: number | undefined;
}

const wire = object({
  companyId: text,
  connectionId: text,
  platformName: text,
  status: text,
  returned: anything,
});

export const returnStatus = read(wire, ({ returned, ...same }): ReturnStatus => ({
  ...same,
  returned: Number(returned) || undefined,
}));
