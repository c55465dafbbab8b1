import { doctor } from './doctor/doctor.js';
import { serve } from './serve.js';
import { snapshot } from './snapshot.js';
import { UsageError, type ExitCode, type Environment } from './environment.js';

const commands: Readonly<Record<string, (args: string[], environment: Environment) => Promise<ExitCode>>> = {
  doctor,
  serve,
  snapshot,
};

const help = `codat-connect-elements <command>

  snapshot --out DIR          keeps every platform with its official images in a folder
    --url URL                   where that folder will be served; without it the gateway serves it
    --calls N                   asks Codat so often at most (default 100); the next run goes on
    --fresh                     takes everything anew

  doctor --base-url URL       says what is wrong with a lender's set-up, and how to mend it
    --page URL                  a page with the elements on it
    --webhook-secret SECRET     or the variable CODAT_WEBHOOK_SECRET
    --code DIR                  looks for what Codat has retired in the files of this folder
    --json                      for programs

Both need the variable CODAT_API_KEY, and take --codat-url URL.

  serve                       serves the gateway until SIGTERM, with the settings of the environment
    --config FILE               a JSON file of settings; the environment counts before it
    --check                     only says what is wrong with them

All end with 0 when all is well, 1 when something is missing or wrong, 2 when they could not do what was asked.`;

/** Runs the command of the arguments. Never rejects. */
export async function run([name = '', ...args]: string[], environment: Environment): Promise<ExitCode> {
  if (['help', '--help', '-h'].includes(name) || args.includes('--help')) {
    environment.print(help);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    environment.printError(help);
    return 2;
  }
  try {
    return await command(args, environment);
  } catch (thrown) {
    environment.printError(describeFailure(thrown));
    return 2;
  }
}

/** A message without secrets. */
function describeFailure(thrown: unknown): string {
  if (thrown instanceof UsageError) return thrown.message;
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  // The message of `parseArgs` names the option.
  if (code.startsWith('ERR_PARSE_ARGS')) return (thrown as Error).message;
  return thrown instanceof Error
    ? `${thrown.name}${code && ` (${code})`}: ${thrown.message}`
    : String(thrown);
}
