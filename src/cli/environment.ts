/** How a command ends: all is well; something is missing or wrong; it could not be done, or not as it was asked. */
export type ExitCode = 0 | 1 | 2;

/** What a command has to do with outside itself. */
export interface Environment {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch: (request: Request) => Promise<Response>;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
}

/** It was not asked as it can be done; `message` is the cure. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Codat's API key, from the environment alone: an argument would be seen by everyone on the machine. */
export function apiKeyOf({ env }: Environment): string {
  const { CODAT_API_KEY: apiKey } = env;
  if (!apiKey)
    throw new UsageError('Set CODAT_API_KEY to an API key of Codat’s Portal: Developers > API keys.');
  return apiKey;
}
