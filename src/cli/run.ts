import { readFileSync } from 'node:fs';
import { runConform } from './conform/conform.js';
import { runDoctor } from './doctor/doctor.js';
import { runServe } from './serve.js';
import { runSimulator } from './simulator.js';
import { runTrace } from './trace/trace.js';
import { runPlatformSnapshot } from './snapshot.js';
import { UsageError, type ExitCode, type Environment } from './environment.js';

interface Command {
  readonly run: (args: string[], environment: Environment) => Promise<ExitCode>;
  readonly help: string;
}

const commands: Readonly<Record<string, Command>> = {
  snapshot: {
    run: runPlatformSnapshot,
    help: `  snapshot --out DIR          keeps every platform with its official images in a folder
    --url URL                   where that folder will be served; without it the gateway serves it
    --calls N                   asks Codat so often at most (default 100); the next run goes on
    --fresh                     takes everything anew
    --json                      for programs

    CODAT_API_KEY=… npx codat-connect-elements snapshot --out codat-snapshot`,
  },
  doctor: {
    run: runDoctor,
    help: `  doctor --base-url URL       says what is wrong with a lender's set-up, and how to mend it
    --page URL                  a page with the elements on it
    --webhook-secret SECRET     or the variable CODAT_WEBHOOK_SECRET
    --code DIR                  looks for what Codat has retired in the files of this folder
    --live                      instead of all that, walks Codat's sandbox with the key: a company, a sign-in by you,
                                first data, and deletes what it made. Use the key of a test client
    --wait SECONDS              for your sign-in and for the data (default 300)
    --json                      for programs

    CODAT_API_KEY=… npx codat-connect-elements doctor --base-url https://www.lender.example/codat`,
  },
  conform: {
    run: runConform,
    help: `  conform URL                 says what is right, wrong and unsafe of a gateway in any language
    --token-endpoint URL        where its token endpoint is (default URL/token); without URL, that alone
    --cookie COOKIE             signs in the first person, or the variable CONFORM_COOKIE
    --header "NAME: VALUE"      the same by a header; may be repeated
    --other-cookie COOKIE       a second person, of another company, or CONFORM_OTHER_COOKIE
    --other-header "…"          the same by a header
    --page-origin ORIGIN        of pages that are not on the gateway's own
    --connect KEY               creates a connection to this platform, to see where its link leads
    --timeout SECONDS           for one answer (default 10)
    --json                      for programs
    CODAT_API_KEY, if it is set, is looked for in every answer, and sent nowhere.

    npx codat-connect-elements conform https://staging.lender.example/codat \\
      --cookie "session=…" --other-cookie "session=…"`,
  },
  serve: {
    run: runServe,
    help: `  serve                       serves the gateway until SIGTERM, with the settings of the environment
    --config FILE               a JSON file of settings; the environment counts before it. One for each brand
    --check                     only says what is wrong with them, or weak
    --json                      with --check, for programs

    SIGHUP has it read its secrets again. 1: something was cut off at the end; 2: settings are wrong.

    npx codat-connect-elements serve --check`,
  },
  simulator: {
    run: runSimulator,
    help: `  simulator                   serves Codat in memory until SIGTERM, for development and tests
    --port N                    default 4174; the setting codatUrl of the gateway is http://localhost:N
    --redirect-url URL          where people go after sign-in, with {connectionId}, {statusCode} and {state}
    --webhook-url URL           gets webhooks, signed with --webhook-secret
    --scenario NAME             what it begins with; POST /scenarios/NAME?OPTION=… changes it
    --json                      says where it is as a line of JSON, for programs

    npx codat-connect-elements simulator --redirect-url \\
      'http://localhost:3000/codat/return?connectionId={connectionId}&statusCode={statusCode}&state={state}'`,
  },
  trace: {
    run: runTrace,
    help: `  trace REFERENCE < log.jsonl  turns a reference that a person read from the screen into where it stopped and why
    --json                      for programs
    1: the log has nothing of it.

    docker logs gateway | npx codat-connect-elements trace 7f4ad1f1-8d5c-4a6e-9f0e-2d6b4c3a1e5f`,
  },
};

const footer = `snapshot and doctor need the variable CODAT_API_KEY, and take --codat-url URL.
Commands end with 0 when all is well, 1 when something is missing or wrong, 2 when they could not do what was asked.
Colours are for terminals, unless NO_COLOR is set. --version prints the version.`;

const help = [
  'codat-connect-elements <command>',
  ...Object.values(commands).map((command) => command.help),
  footer,
].join('\n\n');

/** Runs the command of the arguments. Never rejects. */
export async function run([name = '', ...args]: string[], environment: Environment): Promise<ExitCode> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (['help', '--help', '-h'].includes(name) || args.includes('--help') || args.includes('-h')) {
    environment.print(command ? `codat-connect-elements\n\n${command.help}\n\n${footer}` : help);
    return 0;
  }
  if (['version', '--version', '-v'].includes(name)) {
    environment.print(readVersion());
    return 0;
  }
  if (!command) {
    environment.printError(name ? `${help}\n\nThere is no command “${name}”.` : help);
    return 2;
  }
  try {
    return await command.run(args, environment);
  } catch (thrown) {
    environment.printError(describeFailure(thrown));
    return 2;
  }
}

/** The version in the `package.json` of the package, which is two folders above this file, built or not. */
function readVersion(): string {
  const content = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(content) as { version: string }).version;
}

/** The message of an error; with its name and code, unless it already says what to change. */
function describeFailure(thrown: unknown): string {
  if (thrown instanceof UsageError) return thrown.message;
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  // The message of `parseArgs` names the option.
  if (code.startsWith('ERR_PARSE_ARGS')) return (thrown as Error).message;
  return thrown instanceof Error
    ? `${thrown.name}${code && ` (${code})`}: ${thrown.message}`
    : String(thrown);
}
