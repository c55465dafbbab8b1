import type { GatewayEvent, TroubleEvent } from './gateway-event.js';

type Level = 'info' | 'warn' | 'error';

/** Takes an event as the host's `onEvent` does. */
type Tell = (event: GatewayEvent) => void;

/**
 * An `onEvent` that writes one line of JSON an event, with `time` and `level`, for whatever collects the process's
 * output: `createGateway({ …, onEvent: jsonLog() })`. `write` gets each line; by default it goes to `console.log`.
 */
export function jsonLog(write: (line: string) => void = (line) => console.log(line)): Tell {
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

const words: Readonly<Record<TroubleEvent['with'], string>> = {
  store:
    'The store can’t be used. What must be shared, such as creating a connection, is refused until it can.',
  bus: 'The bus can’t be used. Pages look again by themselves until it can.',
  gateway: 'Something went wrong in the gateway itself. This is a fault of ours.',
  settings:
    'A setting is too weak. HTTP_ORIGIN: whoever is on the way reads and changes what goes there, so use https. GUESSABLE_KEY: make keys by `openssl rand -base64 32`.',
  host: 'A function among the host’s settings failed, or its server hands requests on wrongly (`mount`).',
  codat:
    'An answer of Codat’s has another shape than its API says. What could not be read counts as unknown.',
  descriptors:
    'This process may open no more connections. Raise its limit (`ulimit -n`) or run more processes. Some pages that listen are sent elsewhere.',
  'api-key': 'Codat refuses the API key. See https://docs.codat.io/using-the-api/authentication.',
};

/** What happens without `onEvent`: what the host has to mend goes to its error log. */
export const logTrouble: Tell = (event) => {
  if (event.type === 'trouble') {
    console.error(`Connect Elements gateway: ${words[event.with]}`, JSON.stringify(event));
  }
};
