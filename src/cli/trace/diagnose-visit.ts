import type { LogLine } from './log-line.js';

/** Where a person's visit ended, why, and what the lender can do. */
interface VisitDiagnosis {
  readonly at: string;
  readonly why: string;
  readonly cure: string;
}

/** The sentences for types of events that need nothing else from their line; `describeLine` has the others. */
const sentences: Readonly<Record<string, string>> = {
  'token-minted': 'A page got a token.',
  'connection-begun': 'They chose a platform, and its connection was created or resumed.',
  'connection-unlinked': 'They disconnected it.',
  'connection-deleted': 'They deleted it.',
  'consent-given': 'They agreed to the text.',
  'share-made': 'They made a link for someone else.',
  'share-used': 'Someone followed that link.',
  'share-withdrawn': 'They withdrew that link.',
  'company-forgotten': 'The company was forgotten, as the lender asked.',
};

/** The meaning of the status in Codat's redirect (https://docs.codat.io/auth-flow/customize/set-up-redirects). */
const returnMeanings: Readonly<Record<string, string>> = {
  '200': 'signed in',
  '201': 'left without changing anything',
  '403': 'cancelled at the platform',
  '500': 'the platform reported an error',
  '501': 'the platform can’t be connected for this lender',
};

/** One line of the log in a sentence. */
export function describeLine(line: LogLine): string {
  const { type, status = 0 } = line;
  switch (type) {
    case 'sign-in-opened':
      return `They went to sign in at the platform${line.for === 'shared' ? ', by a link that was shared' : ''}.`;
    case 'returned':
      return `They came back: ${returnMeanings[line.said ?? ''] ?? 'Codat did not say how it went'}.`;
    case 'request':
      return `${line.method ?? ''} ${line.route ?? 'an unknown path'} was answered ${status}${codatReferenceOf(line)}.`;
    case 'codat-call':
      return `Codat answered ${status || 'nothing'} to ${line.method ?? ''} ${line.endpoint ?? ''}${codatReferenceOf(line)}.`;
    case 'call-spared':
      return `Codat was not asked for ${line.endpoint ?? ''}: the limit of the ${line.limit ?? ''} was reached.`;
    case 'trouble':
      return `Trouble with ${[line.with, line.setting, line.code].filter(Boolean).join(', ')}.`;
    default:
      return sentences[type] ?? type;
  }
}

const codatReferenceOf = ({ correlationId }: LogLine): string =>
  correlationId === undefined ? '' : ` (Codat’s reference ${correlationId})`;

/** A way in which a visit can end. */
interface Ending {
  readonly matches: (line: LogLine) => boolean;
  readonly why: (line: LogLine) => string;
  readonly cure: string;
}

const isFailed = ({ type, status = 0 }: LogLine): boolean => type === 'request' && status >= 400;

/** The first that matches explains the visit. */
const endings: readonly Ending[] = [
  {
    matches: ({ type, with: what }) => type === 'trouble' && what === 'api-key',
    why: () => 'Codat refuses the lender’s API key.',
    cure: 'Make a key in Codat’s Portal, Developers > API keys, and start the gateway with it.',
  },
  {
    matches: ({ type, with: what }) => type === 'trouble' && what === 'store',
    why: () => 'The store could not be used, so that nothing could be created.',
    cure: 'See that Redis can be reached from the gateway; people can then try again.',
  },
  {
    matches: ({ type, with: what }) => type === 'trouble' && what === 'host',
    why: ({ setting = '' }) => `The lender’s own ${setting} failed.`,
    cure: 'See your app’s log at that time.',
  },
  {
    matches: ({ type }) => type === 'call-spared',
    why: ({ limit = '' }) => `Calls to Codat were used up: those of the ${limit}.`,
    cure: 'Wait for the hour or day to end. If it is usual for you, raise companyCalls, or ask Codat for more calls.',
  },
  {
    matches: ({ type, said }) => type === 'returned' && said === '403',
    why: () => 'The person cancelled at the platform.',
    cure: 'Ask them to try again, or to share the link with whoever has the log-in.',
  },
  {
    matches: ({ type, said }) => type === 'returned' && (said === '500' || said === '501'),
    why: ({ said }) =>
      said === '501' ? 'The platform can’t be connected for this lender.' : 'The platform reported an error.',
    cure: 'See the connection’s errors in Codat’s Portal; give Codat’s support its id.',
  },
  {
    matches: ({ type, status }) => type === 'codat-call' && (status === undefined || status >= 400),
    why: ({ status }) => (status === undefined ? 'Codat could not be reached.' : `Codat answered ${status}.`),
    cure: 'Give Codat’s support its reference, where there is one; people can try again.',
  },
  {
    matches: (line) => isFailed(line) && line.status === 401,
    why: () => 'Nobody was signed in, or their session had ended.',
    cure: 'Ask them to sign in again at your site.',
  },
  {
    matches: (line) => isFailed(line) && line.status === 429,
    why: () => 'They repeated something too often.',
    cure: 'Ask them to wait for what the page says.',
  },
  {
    matches: isFailed,
    why: ({ status = 0 }) => `The gateway answered ${status}.`,
    cure: 'Look at the lines above, and at what stands before the gateway.',
  },
  {
    matches: ({ type }) => type === 'sign-in-opened',
    why: () => 'Nobody came back from the platform’s sign-in.',
    cure: 'They may still be there, or have closed the window. Ask them to try again; check the redirect by `doctor`.',
  },
];

/** Whether a line shows that the person continued, so that earlier failures no longer matter. */
const isProgress = ({ type, said }: LogLine): boolean =>
  type === 'connection-begun' || type === 'sign-in-opened' || (type === 'returned' && said === '200');

/** Where the visit of these lines ended. A failure after which the person continued does not count. */
export function diagnoseVisit(lines: readonly LogLine[]): VisitDiagnosis {
  const from = Math.max(0, lines.findLastIndex(isProgress));
  const last = lines.slice(from);
  for (const { matches, why, cure } of endings) {
    const line = last.findLast(matches);
    // A sign-in that someone came back from is over.
    if (!line || (line.type === 'sign-in-opened' && last.some(({ type }) => type === 'returned'))) continue;
    return { at: `${line.time}, ${describeLine(line)}`, why: why(line), cure };
  }
  const end = lines.at(-1);
  return {
    at: end ? `${end.time}, ${describeLine(end)}` : 'nowhere',
    why: 'Nothing failed in this log.',
    cure: 'Ask what they saw, and look at the log of the page’s events, if you keep one.',
  };
}
