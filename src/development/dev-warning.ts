/** A likely mistake of the host. `topic` is a heading in `docs/warnings.md`. */
export interface DevWarning {
  readonly topic: string;
  readonly message: string;
}
