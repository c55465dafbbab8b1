import { parseArgs } from 'node:util';
import { isOriginHeaderValue } from '../../gateway/settings.js';
import { parseBaseUrlOption, parseUrlOption } from '../address.js';
import { UsageError, type Environment } from '../environment.js';

/** Someone who is signed in, as the lender's server knows them. */
export interface Person {
  readonly name: string;
  /** The headers by which they are known. */
  readonly headers: Headers;
}

/** The endpoint or gateway to check, and the people to check it with. */
export interface RunSettings {
  /** The gateway's URL without a slash at its end; undefined when a token endpoint alone is checked. */
  readonly gateway: string | undefined;
  readonly tokenEndpoint: string;
  /** The origin of the lender's pages, if it is not the gateway's; undefined if none was given. */
  readonly pageOrigin: string | undefined;
  readonly person: Person | undefined;
  readonly otherPerson: Person | undefined;
  /** Codat's key of the platform to connect the first person to; undefined when nothing is to be created. */
  readonly platformKey: string | undefined;
  /** Codat's API key, to look for in answers. */
  readonly apiKey: string | undefined;
  /** How long one answer may take. */
  readonly timeoutMs: number;
  readonly json: boolean;
}

/** Reads the arguments. Throws a `UsageError` that says what to change. */
export function readRunSettings(args: string[], { env }: Environment): RunSettings {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'token-endpoint': { type: 'string' },
      cookie: { type: 'string' },
      'other-cookie': { type: 'string' },
      header: { type: 'string', multiple: true },
      'other-header': { type: 'string', multiple: true },
      'page-origin': { type: 'string' },
      connect: { type: 'string' },
      timeout: { type: 'string', default: '10' },
      json: { type: 'boolean', default: false },
    },
  });
  const [address, ...more] = positionals;
  const endpoint = values['token-endpoint'];
  if (more.length > 0) throw new UsageError('Give one address alone.');
  if (address === undefined && endpoint === undefined)
    throw new UsageError('Say what to check: the gateway’s address, or --token-endpoint URL for that alone.');
  if (!/^[1-9]\d?$/.test(values.timeout)) throw new UsageError('--timeout must be 1 to 99 seconds.');
  const gateway = address === undefined ? undefined : parseBaseUrlOption('The address', address);
  const person = readPerson('the first person', values.cookie ?? env['CONFORM_COOKIE'], values.header);
  const otherPerson = readPerson(
    'the second person',
    values['other-cookie'] ?? env['CONFORM_OTHER_COOKIE'],
    values['other-header'],
  );
  if (!person && otherPerson) throw new UsageError('Give the first person as well: --cookie or --header.');
  if (values.connect !== undefined && (!gateway || !person))
    throw new UsageError('--connect needs the gateway’s address, and a person: --cookie or --header.');
  return {
    gateway,
    tokenEndpoint: endpoint === undefined ? `${gateway}/token` : parseUrlOption('--token-endpoint', endpoint),
    pageOrigin: readOrigin(values['page-origin']),
    person,
    otherPerson,
    platformKey: values.connect,
    apiKey: readKey(env['CODAT_API_KEY']),
    timeoutMs: Number(values.timeout) * 1000,
    json: values.json,
  };
}

/** Ignores a text that is too short to be a key, since it would be found in any answer. */
const readKey = (key = ''): string | undefined => (key.length < 8 ? undefined : key);

function readOrigin(text: string | undefined): string | undefined {
  const origin = text?.replace(/\/$/, '');
  if (origin !== undefined && !isOriginHeaderValue(origin))
    throw new UsageError('--page-origin must be an origin such as https://app.lender.example.');
  return origin;
}

function readPerson(name: string, cookie: string | undefined, lines: string[] = []): Person | undefined {
  const headers = new Headers();
  for (const line of [...(cookie ? [`Cookie: ${cookie}`] : []), ...lines]) {
    const [, header, value] = /^([\w-]+):\s*([\t\x20-\x7e\x80-\xff]+)$/.exec(line) ?? [];
    // The line may be a secret, so it is not repeated.
    if (header === undefined || value === undefined)
      throw new UsageError(
        'A cookie has characters that headers can’t have, or a header is not such as "X-User: 42".',
      );
    headers.set(header, value);
  }
  if ([...headers].length === 0) return undefined;
  return { name, headers };
}
