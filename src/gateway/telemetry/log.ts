import type { GatewayEvent, TroubleEvent } from './gateway-event.js';

type Level = 'info' | 'warn' | 'error';

/** The type of the host's `onEvent`. */
type EventHandler = (event: GatewayEvent) => void;

/**
 * Returns an `onEvent` that writes each event as a line of JSON with `time` and `level`:
 * `createGateway({ …, onEvent: createJsonLog() })`. `write` gets each line. Default `console.log`.
 */
export function createJsonLog(write: (line: string) => void = (line) => console.log(line)): EventHandler {
  return (event) => {
    write(JSON.stringify({ time: new Date().toISOString(), level: levelOf(event), ...event }));
  };
}

function levelOf(event: GatewayEvent): Level {
  switch (event.type) {
    case 'trouble':
      return 'error';
    case 'call-spared':
      return 'warn';
    case 'request':
    case 'codat-call':
      if (event.status === undefined || event.status >= 500) return 'error';
      return event.status === 429 ? 'warn' : 'info';
    default:
      return 'info';
  }
}

const messages: Readonly<Record<TroubleEvent['with'], string>> = {
  store:
    'The store can’t be used. What must be shared, such as creating a connection, is refused until it can.',
  bus: 'The bus can’t be used. Pages poll until it can.',
  gateway: 'Something went wrong in the gateway itself. This is a fault of ours.',
  settings:
    'A setting is missing or too weak. HTTP_ORIGIN: whoever is on the way reads and changes what goes there, so use https. GUESSABLE_KEY: make keys by `openssl rand -base64 32`. NO_NAME: set `lender`, so that people who were sent a link see who asks, not a host name.',
  host: 'A function among the host’s settings failed, or its server hands requests on wrongly (`mount`).',
  codat:
    'An answer of Codat’s has another shape than its API says. What could not be read counts as unknown.',
  descriptors:
    'This process may open no more connections. Raise its limit (`ulimit -n`) or run more processes. Some pages connect to another process.',
  'api-key': 'Codat refuses the API key. See https://docs.codat.io/using-the-api/authentication.',
};

/** The default `onEvent`: writes troubles to `console.error`, and drops other events. */
export const logTroubleEvent: EventHandler = (event) => {
  if (event.type === 'trouble') {
    console.error(`Connect Elements gateway: ${messages[event.with]}`, JSON.stringify(event));
  }
};
