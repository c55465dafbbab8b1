import { format } from 'prettier';
import { timeoutFactByState, transitionsByState, type NextStatesByFact } from '../src/flow/journey-map.js';

type StateName = keyof typeof transitionsByState;

/** What each state is, as a lender's engineer would say it. */
const meanings: Readonly<Record<StateName, string>> = {
  choosing: 'The platforms are there to choose from.',
  preparing: 'What to know, what to have at hand and what to agree to before going to the platform.',
  creating: 'The connection is being made, or read afresh.',
  sharing: 'A link for whoever has the log-in is being made.',
  shared: 'The link is there to be sent, and its status is checked.',
  authorizing: 'The person signs in at the platform. We wait for a reason to check the connection.',
  confirming: 'We ask Codat about this connection.',
  comparing: 'A renewed connection is another organisation’s now: the person has the say.',
  connected: 'Codat says that it is linked.',
  abandoned: 'It ended without a connection and without an error. A late `Linked` still counts.',
  failed: 'Something went wrong; it says what, and what to do.',
};

const fence = '```';

/** The connect journey as a page: a drawing, and a row for every fact that has a place in a state. */
export async function createJourneyPage(): Promise<string> {
  const rows = Object.entries(transitionsByState) as [StateName, NextStatesByFact][];
  const text = `# The connect journey

Made by \`npm run docs\` from \`src/flow/journey-map.ts\`, to which the compiler holds the code and [a test](../test/flow/connect-flow.test.ts) ten thousand random journeys. A fact that is not in a state's row changes nothing there.
Every state has a button that leads on or back: [another test](../test/components/journey/controls-of-each-state.test.ts) draws each and presses them.

${fence}mermaid
stateDiagram-v2
  [*] --> choosing
${rows.flatMap(([at, row]) => arrows(at, row)).join('\n')}
  connected --> [*]
${fence}

From every state \`reset\` leads back to \`choosing\`; the drawing leaves those arrows out.

| State | What it is | What may happen there | By itself |
| --- | --- | --- | --- |
${rows.map(([at, row]) => `| \`${at}\` | ${meanings[at]} | ${cell(row)} | ${ending(at)} |`).join('\n')}
`;
  return format(text, { parser: 'markdown', printWidth: 110 });
}

/** One arrow between two states, whatever leads there. */
function arrows(at: StateName, row: NextStatesByFact): string[] {
  const facts = new Map<string, string[]>();
  for (const [fact, to] of Object.entries(row))
    for (const next of to) {
      if (fact !== 'reset') facts.set(next, [...(facts.get(next) ?? []), fact]);
    }
  return [...facts].map(([to, names]) => `  ${at} --> ${to}: ${names.join(', ')}`);
}

const cell = (row: NextStatesByFact): string =>
  Object.entries(row)
    .map(([fact, to]) => `\`${fact}\` → ${to.join(', ')}`)
    .join('<br>');

function ending(at: StateName): string {
  const deadlineOf: Readonly<
    Partial<Record<StateName, (typeof timeoutFactByState)[keyof typeof timeoutFactByState]>>
  > = timeoutFactByState;
  const deadline = deadlineOf[at];
  return deadline ? `\`${deadline.then}\` after ${deadline.timeoutMs / 60_000} minutes` : '';
}
