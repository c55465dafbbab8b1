import * as z from 'zod/mini';
import { parseJson } from '../../gateway/parse-json.js';
import type { Environment } from '../environment.js';
import { toCodatDocsUrl, type Finding } from '../finding.js';
import type { ProgressPrinter } from '../progress-printer.js';
import { trySendRequest, type BufferedResponse } from '../request.js';

/** The key of Codat's sandbox platform, which asks for no password (https://docs.codat.io/using-the-api/testing). */
const sandboxKey = 'mqjo';

/** The name of the company that the check creates. */
const companyName = 'Connect Elements doctor';

const company = z.object({ id: z.string() });
const connection = z.object({ id: z.string(), status: z.string(), linkUrl: z.string() });
const dataStatus = z.record(z.string(), z.object({ currentStatus: z.optional(z.string()) }));

interface SandboxTarget {
  readonly apiKey: string;
  /** Without a slash at its end. */
  readonly codatUrl: string;
  /** How long to wait for the person to sign in, and for the first data, in milliseconds each. */
  readonly waitMs: number;
}

/** How many steps {@link connectAndCheckSandbox} reports. */
export const sandboxStepCount = 6;

/** Milliseconds between two requests while waiting. Each one counts against the lender's daily limit at Codat. */
const intervalMs = 5_000;

/** Thrown when a step fails, to skip the steps after it. */
class StepFailedError extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.says);
    this.finding = finding;
  }
}

/**
 * Tries Codat's sandbox with the lender's key: creates a company and a connection, waits until whoever runs the command
 * has signed in and the first data has arrived, disconnects, and deletes the company, even if a step failed.
 */
export async function connectAndCheckSandbox(
  environment: Environment,
  { apiKey, codatUrl, waitMs }: SandboxTarget,
  progress: ProgressPrinter,
): Promise<Finding[]> {
  const headers = { Accept: 'application/json', Authorization: `Basic ${btoa(apiKey)}` };
  const findings: Finding[] = [];
  const ok = (check: string, says: string): void =>
    void findings.push({ check: `live: ${check}`, is: 'ok', says });

  const send = async <Schema extends z.ZodMiniType>(
    check: string,
    [method, path, body]: readonly [method: string, path: string, body?: object],
    schema: Schema,
  ): Promise<z.output<Schema>> => {
    const answer = await trySendRequest(environment, codatUrl + path, {
      method,
      headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const read = schema.safeParse(answer?.text ? parseJson(answer.text) : undefined);
    if (!answer || answer.status >= 300)
      throw new StepFailedError(refusedFinding(check, `${method} ${path}`, answer));
    if (!read.success) throw new StepFailedError(unreadableFinding(check, `${method} ${path}`));
    return read.data;
  };
  /** Asks again until the answer is enough; undefined when it takes too long. */
  const pollUntil = async <Value>(ask: () => Promise<Value>, isEnough: (value: Value) => boolean) => {
    const deadline = environment.now() + waitMs;
    for (;;) {
      const value = await ask();
      if (isEnough(value)) return value;
      const remainingMs = deadline - environment.now();
      if (remainingMs <= 0) return undefined;
      await environment.sleep(Math.min(intervalMs, remainingMs));
    }
  };

  let companyPath: string | undefined;
  try {
    progress.begin('creating a company');
    const created = await send('company', ['POST', '/companies', { name: companyName }], company);
    companyPath = `/companies/${encodeURIComponent(created.id)}`;
    ok('company', 'Codat created a company.');

    progress.begin('creating a connection');
    const connectionsPath = `${companyPath}/connections`;
    const pending = await send(
      'connection',
      ['POST', connectionsPath, { platformKey: sandboxKey }],
      connection,
    );
    const connectionPath = `${connectionsPath}/${encodeURIComponent(pending.id)}`;
    if (pending.status !== 'PendingAuth')
      throw new StepFailedError(unreadableFinding('connection', `POST ${connectionsPath}`));
    ok('connection', 'Codat created a connection to its sandbox, which waits for a sign-in.');

    progress.begin('waiting for you to sign in');
    progress.end();
    environment.printError(`Open this, choose any company, and allow it:\n${pending.linkUrl}`);
    const linked = await pollUntil(
      () => send('sign-in', ['GET', connectionPath], connection),
      ({ status }) => status === 'Linked',
    );
    if (!linked)
      throw new StepFailedError(
        lateFinding('sign-in', 'Nobody signed in', 'Run it again, and open the address at once.'),
      );
    ok('sign-in', 'Whoever opened its address could sign in, and the connection is linked.');

    progress.begin('waiting for the first data');
    const arrived = await pollUntil(
      () => send('data', ['GET', `${companyPath}/dataStatus`], dataStatus),
      (all) => Object.values(all).some(({ currentStatus }) => currentStatus === 'Complete'),
    );
    if (!arrived)
      throw new StepFailedError(
        lateFinding(
          'data',
          'No data type was complete',
          'See which data types are synced on first link: Settings > Data types.',
        ),
      );
    ok('data', 'Its first data has arrived.');

    progress.begin('disconnecting');
    const unlinked = await send('disconnect', ['PATCH', connectionPath, { status: 'Unlinked' }], connection);
    if (unlinked.status !== 'Unlinked')
      throw new StepFailedError(unreadableFinding('disconnect', `PATCH ${connectionPath}`));
    ok('disconnect', 'It could be disconnected.');
  } catch (thrown) {
    if (!(thrown instanceof StepFailedError)) throw thrown;
    findings.push(thrown.finding);
  } finally {
    progress.begin('cleaning up');
    if (companyPath !== undefined) findings.push(await cleanUp(environment, codatUrl, companyPath, headers));
    progress.end();
  }
  return findings;
}

async function cleanUp(
  environment: Environment,
  codatUrl: string,
  companyPath: string,
  headers: Readonly<Record<string, string>>,
): Promise<Finding> {
  const answer = await trySendRequest(environment, codatUrl + companyPath, { method: 'DELETE', headers });
  const check = 'live: clean-up';
  if (answer && answer.status < 300) return { check, is: 'ok', says: 'What was made is deleted again.' };
  return {
    check,
    is: 'fault',
    says: `The company “${companyName}” is still at Codat, which answered ${answer?.status ?? 'nothing'}.`,
    cure: 'Delete it in the Portal, under Companies.',
    page: companiesPage,
  };
}

const companiesPage = toCodatDocsUrl('using-the-api/managing-companies');

const refusedFinding = (check: string, call: string, answer: BufferedResponse | undefined): Finding => ({
  check: `live: ${check}`,
  is: 'fault',
  says: `Codat answered ${answer?.status ?? 'nothing'} to ${call.replace(/[0-9a-f-]{36}/gi, '…')}.`,
  cure: 'See that the key is of a test client, and that the integration Sandbox is enabled there.',
  page: toCodatDocsUrl('using-the-api/testing'),
});

const unreadableFinding = (check: string, call: string): Finding => ({
  check: `live: ${check}`,
  is: 'fault',
  says: `Codat’s answer to ${call.replace(/[0-9a-f-]{36}/gi, '…')} has another shape than its API says.`,
  cure: 'Look for a newer version of this package, and tell us if there is none.',
  page: toCodatDocsUrl('using-the-api/overview'),
});

const lateFinding = (check: string, what: string, cure: string): Finding => ({
  check: `live: ${check}`,
  is: 'fault',
  says: `${what} in the time that was waited (--wait).`,
  cure,
  page: toCodatDocsUrl('using-the-api/testing'),
});
