import { parseArgs } from 'node:util';
import { readServerSettings } from '../server/read-server-settings.js';
import { startServer } from '../server/start-server.js';
import type { Environment, ExitCode } from './environment.js';

/**
 * `serve`: the gateway as a process of its own, until it is asked to stop. 0: it stopped in order; 1: something was
 * under way for too long and was cut off; 2: settings are wrong, or it could not listen.
 */
export async function serve(args: string[], environment: Environment): Promise<ExitCode> {
  const { values } = parseArgs({
    args,
    options: { config: { type: 'string' }, check: { type: 'boolean', default: false } },
  });
  const { env, fetch, now, print, printError, untilStopped } = environment;
  const read = readServerSettings(env, values.config);
  if ('problems' in read) {
    printError(`The server was not started. ${read.problems.length} to mend:`);
    for (const problem of read.problems) printError(`- ${problem}`);
    return 2;
  }
  if (values.check) {
    print('The settings are in order.');
    return 0;
  }
  const server = await startServer(read.settings, { fetch, date: now, print });
  const { gateway, identity, state, hooks } = read.settings;
  printError(
    `${gateway.baseUrl} is served at ${server.url}, and for your own servers at ${server.internalUrl}.`,
  );
  printError(
    `Identity: ${identity.by}. State: ${state.in}. Hooks: ${hooks ? [...hooks.names].join(', ') : 'none'}.`,
  );
  await untilStopped();
  printError('Stopping: what is under way is finished first.');
  const cut = await server.stop();
  for (const name of cut) printError(`Cut off: ${name}`);
  printError('Stopped.');
  return cut.length > 0 ? 1 : 0;
}
