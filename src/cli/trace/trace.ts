import { parseArgs } from 'node:util';
import { parseJson } from '../../gateway/parse-json.js';
import { UsageError, type ExitCode, type Environment } from '../environment.js';
import { logLineSchema, type LogLine } from './log-line.js';
import { describeLine, diagnoseVisit } from './diagnose-visit.js';

/** How far from a line with the reference another line still belongs to the visit, in milliseconds. */
const visitMs = 30 * 60_000;

/**
 * Runs `trace`: prints what the log has about a reference that a person read from the screen, and where that visit
 * stopped. Exit code 0: the reference is in the log; 1: it is not; 2: there is no reference, or no log.
 */
export async function runTrace(args: string[], environment: Environment): Promise<ExitCode> {
  const { reference, json } = readArguments(args);
  const { print, printError, readInput } = environment;
  if (!readInput) throw new UsageError('Hand it the log: trace REFERENCE < log.jsonl');
  const lines = await parseLog(readInput());
  const found = linesAbout(reference, lines);
  if (found.length === 0) {
    printError(
      `None of the ${lines.length} lines of this log has ${reference}. See that the log is of that day, and of every process.`,
    );
    return 1;
  }
  const diagnosis = diagnoseVisit(found);
  if (json) {
    print(JSON.stringify({ reference, ...diagnosis, lines: found }, null, 2));
    return 0;
  }
  for (const line of found) print(`${line.time}  ${describeLine(line)}`);
  print(`\nIt stopped at: ${diagnosis.at}`);
  print(`Why: ${diagnosis.why}`);
  print(`What to do: ${diagnosis.cure}`);
  return 0;
}

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  // People may copy the words before it from the page too, in any language.
  const [reference = ''] = /[\w.:-]+$/.exec(positionals.join(' ').trim()) ?? [];
  if (reference.length < 8)
    throw new UsageError('Say which: trace REFERENCE, as the person reads it from the screen.');
  return { reference, json: values.json };
}

async function parseLog(input: AsyncIterable<string>): Promise<LogLine[]> {
  const lines: LogLine[] = [];
  for await (const text of input) {
    // Container runtimes may write a time before each line.
    const { data } = logLineSchema.safeParse(parseJson(text.slice(Math.max(0, text.indexOf('{')))));
    if (data) lines.push(data);
  }
  return lines.sort((one, other) => one.time.localeCompare(other.time));
}

/** The lines with the reference and, around them, those of its company and troubles that name no company. */
function linesAbout(reference: string, lines: readonly LogLine[]): LogLine[] {
  const named = lines.filter(({ company, connection, correlationId, trace: traceId }) =>
    [company, connection, correlationId, traceId].some((id) => id?.toLowerCase() === reference.toLowerCase()),
  );
  const companies = new Set(named.flatMap(({ company }) => company ?? []));
  const times = named.map(({ time }) => Date.parse(time));
  const isNear = ({ time }: LogLine): boolean =>
    times.some((at) => Math.abs(Date.parse(time) - at) <= visitMs);
  const isOfVisit = (line: LogLine): boolean =>
    line.company === undefined ? line.type === 'trouble' : companies.has(line.company);
  return lines.filter((line) => named.includes(line) || (isOfVisit(line) && isNear(line)));
}
