import type { CodatError } from '../api/errors.js';
import { told } from './manner.js';

/** Something went wrong, and the element says so to the person. */
export class FailedEvent extends Event {
  readonly error: CodatError;
  constructor(error: CodatError) {
    super('codat-failed', told);
    this.error = error;
  }
}
