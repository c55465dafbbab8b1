import { parseArgs } from 'node:util';
import { readBrandSettingsList } from '../server/read-brand-settings-list.js';
import type { BrandSettingsList, ServerSettings } from '../server/server-settings.js';
import { startServer, type RunningServer } from '../server/start-server.js';
import { describeWeakSettings } from '../server/describe-weak-settings.js';
import { toListenFailure } from './address.js';
import { UsageError, type Environment, type ExitCode } from './environment.js';
import { ProgressPrinter } from './progress-printer.js';

/**
 * `serve`: serves the gateway until the process is asked to stop. 0: it stopped in order; 1: something was
 * still running at the timeout and was cut off; 2: settings are wrong, or it could not listen.
 */
export async function runServe(args: string[], environment: Environment): Promise<ExitCode> {
  const { values } = parseArgs({
    args,
    options: {
      config: { type: 'string', multiple: true },
      check: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.json && !values.check)
    throw new UsageError('--json goes with --check. LOG sets how a running server logs.');
  const { env, fetch, now, print, printError, untilStopped } = environment;
  const read = readBrandSettingsList(env, values.config);
  if (values.json) {
    const problems = 'problems' in read ? read.problems : [];
    const warnings = 'brands' in read ? warningsOf(read.brands, values.config) : [];
    print(JSON.stringify({ problems, warnings }, null, 2));
    return problems.length > 0 ? 2 : 0;
  }
  if ('problems' in read) {
    printError(`The server was not started. ${read.problems.length} to mend:`);
    for (const problem of read.problems) printError(`- ${problem}`);
    return 2;
  }
  if (values.check) {
    print('The settings are in order.');
    for (const warning of warningsOf(read.brands, values.config)) printError(`Weak: ${warning}`);
    return 0;
  }
  const progress = new ProgressPrinter(environment, 1);
  progress.begin('Connecting to what keeps its state, and listening');
  const [{ address }] = read.brands;
  const server = await startServer(read.brands, { fetch, date: now, print })
    .catch((thrown: unknown) => {
      throw toListenFailure(thrown, (port) => (port === address.port ? 'PORT' : 'INTERNAL_PORT'));
    })
    .finally(() => progress.end());
  environment.onHangup?.(() => changeSecrets(server, values.config, environment));
  for (const brand of read.brands) for (const line of describeBrand(brand, server)) printError(line);
  await untilStopped();
  printError('Stopping: running work is finished first.');
  const cut = await server.stop();
  for (const name of cut) printError(`Cut off: ${name}`);
  printError('Stopped.');
  return cut.length > 0 ? 1 : 0;
}

/** The warnings of all brands; where there are several, each with the file of its brand. */
const warningsOf = (brands: BrandSettingsList, paths: readonly string[] = []): string[] =>
  brands.flatMap((brand, index) =>
    describeWeakSettings(brand).map((text) => (brands.length > 1 ? `${paths[index]}: ${text}` : text)),
  );

const describeBrand = (
  { gateway, identity, state, hooks }: ServerSettings,
  { url, internalUrl }: RunningServer,
): string[] => [
  `${gateway.baseUrl} is served at ${url}, and for your own servers at ${internalUrl}.`,
  `Identity: ${identity.by}. State: ${state.in}. Hooks: ${hooks ? [...hooks.names].join(', ') : 'none'}.`,
];

/** Reads the secrets again. Prints the problems if there are some, and changes nothing then. */
function changeSecrets(
  server: RunningServer,
  configPaths: readonly string[] | undefined,
  { env, printError }: Environment,
): void {
  const read = readBrandSettingsList(env, configPaths);
  const different = 'brands' in read ? server.changeSecrets(read.brands) : [];
  const problems = [
    ...('problems' in read ? read.problems : []),
    ...different.map((name) => `${name} has changed, which needs a restart: put it back, or restart.`),
  ];
  printError(
    problems.length === 0
      ? 'The secrets were read again, and are in use.'
      : 'The secrets were read again, and nothing was changed:',
  );
  for (const problem of problems) printError(`- ${problem}`);
}
