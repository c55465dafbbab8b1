import { isApiKey } from '../gateway/settings.js';

/** 0: success; 1: something is missing or wrong; 2: the command failed, or its arguments are wrong. */
export type ExitCode = 0 | 1 | 2;

/** A command's access to the outside. */
export interface Environment {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch: (request: Request) => Promise<Response>;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  /** Whether `print` writes to a terminal, which shows colours. */
  readonly isTerminal?: boolean;
  /** Replaces the last line of the terminal; an empty text removes it. Absent where there is no terminal. */
  readonly drawProgress?: (text: string) => void;
  /** Resolves after this many milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
  /** The lines of the standard input. Absent where it is a terminal. */
  readonly readInput?: () => AsyncIterable<string>;
  /** Calls the listener whenever the system asks the process to read its settings again: SIGHUP. Absent where it can't. */
  readonly onHangup?: (listener: () => void) => void;
  /** Resolves when the system asks the process to end: SIGTERM, or SIGINT. A second signal ends it at once. */
  readonly untilStopped: () => Promise<void>;
}

/** The arguments are wrong; `message` says what to change. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Codat's API key, from the environment only, since everyone on the machine can see a command's arguments. */
export function readApiKey({ env }: Environment): string {
  const { CODAT_API_KEY: apiKey } = env;
  if (!apiKey)
    throw new UsageError('Set CODAT_API_KEY to an API key of Codat’s Portal: Developers > API keys.');
  // Refuses the … of an example, for instance, which no header can carry.
  if (!isApiKey(apiKey))
    throw new UsageError(
      'CODAT_API_KEY must be the key alone, as Codat’s Portal shows it: no "Basic " before it, no quotation marks, spaces or line breaks.',
    );
  return apiKey;
}
