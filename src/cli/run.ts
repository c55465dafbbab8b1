import { snapshot } from './snapshot.js';
import { UsageError, type ExitCode, type World } from './world.js';

const commands: Readonly<Record<string, (args: string[], world: World) => Promise<ExitCode>>> = {
  snapshot,
};

const help = `codat-connect-elements <command>

  snapshot --out DIR          keeps every platform with its official images in a folder
    --url URL                   where that folder will be served; without it the gateway serves it
    --calls N                   asks Codat so often at most (default 100); the next run goes on
    --fresh                     takes everything anew

It needs the variable CODAT_API_KEY, and takes --codat-url URL.
It ends with 0 when all is well, 1 when something is missing or wrong, 2 when it could not do what was asked.`;

/** Does what the command line says. Never rejects. */
export async function run([name = '', ...args]: string[], world: World): Promise<ExitCode> {
  if (['help', '--help', '-h'].includes(name) || args.includes('--help')) {
    world.say(help);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    world.complain(help);
    return 2;
  }
  try {
    return await command(args, world);
  } catch (thrown) {
    world.complain(messageOf(thrown));
    return 2;
  }
}

/** What went wrong, in words that hold nothing secret. */
function messageOf(thrown: unknown): string {
  if (thrown instanceof UsageError) return thrown.message;
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  // Of what parseArgs throws; it names the option.
  if (code.startsWith('ERR_PARSE_ARGS')) return (thrown as Error).message;
  return thrown instanceof Error
    ? `${thrown.name}${code && ` (${code})`}: ${thrown.message}`
    : String(thrown);
}
