import type { Findings } from './findings.js';
import type { Prober } from './prober.js';
import type { Person, RunSettings } from './run-settings.js';

/** What each check of a run is given. */
export interface CheckContext {
  readonly settings: RunSettings;
  readonly prober: Prober;
  readonly findings: Findings;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** A person, with the token endpoint's answer to them. */
export interface PersonWithToken {
  readonly person: Person;
  readonly company: string;
  readonly token: string;
  /** The URL of the gateway's API without a slash at its end. */
  readonly api: string;
  /** The URL of the event stream, if there is one. */
  readonly events: string | undefined;
}

/** The first and second person of the run; undefined for one who got no token. */
export interface PeopleWithTokens {
  readonly first: PersonWithToken | undefined;
  readonly second: PersonWithToken | undefined;
}

/** An id of Codat's shape that is nobody's. */
export const unusedId = '00000000-0000-4000-8000-000000000000';

/** An origin that no lender has (https://www.rfc-editor.org/rfc/rfc6761#section-6.4). */
export const foreignOrigin = 'https://another-site.invalid';
