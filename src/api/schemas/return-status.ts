import { anything, maybe, object, read, text } from './parsing/shape.js';

/** What the gateway says of the one connection a person has just come back from. `returned` is a hint, `status` the truth. */
export interface ReturnStatus {
  readonly companyId: string;
  readonly connectionId: string;
  readonly platformName: string;
  readonly status: string;
  /** The status code the person was sent back with, as the gateway understood it. */
  readonly returned: number | undefined;
  /** The id of the try the person came back from, if the page they left gave it one. */
  readonly attempt: string | undefined;
  /** Whose errand it was: the person's own, or that of someone who sent them a link. */
  readonly for: 'own' | 'shared';
}

const wire = object({
  companyId: text,
  connectionId: text,
  platformName: text,
  status: text,
  returned: anything,
  for: anything,
  attempt: maybe(text),
});

export const returnStatus = read(wire, ({ returned, ...same }): ReturnStatus => ({
  ...same,
  attempt: same.attempt ?? undefined,
  returned: Number(returned) || undefined,
  for: same.for === 'shared' ? 'shared' : 'own',
}));
