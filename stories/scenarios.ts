import { spyOn } from 'storybook/test';
import type { Lender } from './lender.js';

/** Something that goes wrong, on a switch: turning it on answers with how to turn it off again. */
export interface Scenario {
  readonly name: string;
  /** What to try meanwhile. */
  readonly description: string;
  readonly turnOn: (lender: Lender) => () => void;
}

const nothing = (): void => undefined;

/** Every failure there is a switch for, by the name it goes by in the address of the story. */
export const scenarios = {
  slow: {
    name: 'Codat is slow',
    description: 'Every answer of Codat’s takes three seconds more.',
    turnOn: ({ simulator }) => simulator.faults.add({ trouble: { is: 'slow', ms: 3000 } }),
  },
  offline: {
    name: 'No network',
    description: 'Nothing this page asks its server gets there.',
    turnOn: (lender) => lender.cutOff(),
  },
  blocked: {
    name: 'Pop-ups are blocked',
    description: 'The browser opens no window: connect a platform.',
    turnOn() {
      const opening = spyOn(window, 'open').mockReturnValue(null);
      return () => opening.mockRestore();
    },
  },
  expired: {
    name: 'Links are spent',
    description: 'Something opened Codat’s one-time link before the person did: connect a platform.',
    turnOn: (lender) => lender.spendLinks(),
  },
  busy: {
    name: 'Codat limits requests (429)',
    description: 'Codat asks to wait for half a minute.',
    turnOn: ({ simulator }) =>
      simulator.faults.add({ trouble: { is: 'refused', status: 429, retryAfter: 30 } }),
  },
  down: {
    name: 'Codat is down (503)',
    description: 'What is known already stays on the page.',
    turnOn: ({ simulator }) => simulator.faults.add({ trouble: { is: 'refused', status: 503 } }),
  },
  unreadable: {
    name: 'A page of HTML instead of an answer',
    description: 'As a machine between the lender and Codat might send.',
    turnOn: ({ simulator }) => simulator.faults.add({ trouble: { is: 'html', status: 200 } }),
  },
  revoked: {
    name: 'Access is taken away at the platform',
    description: 'Every connection that is linked is cut there, now. It stays cut.',
    turnOn(lender) {
      lender.revoke();
      return nothing;
    },
  },
  signedOut: {
    name: 'Signed out at the lender',
    description: 'The session ended elsewhere: do anything.',
    turnOn(lender) {
      lender.signOut();
      return () => lender.signIn();
    },
  },
} as const satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof scenarios;

export const scenarioNames = Object.keys(scenarios) as readonly ScenarioName[];

/** What there is a switch for, in Markdown, each with a link to the player that has it turned on. */
export function scenarioTable(): string {
  const rows = scenarioNames.map((key) => {
    const { name, description } = scenarios[key];
    return `| [${name}](?path=/story/scenario-player--player&args=${key}:!true) | ${description} |`;
  });
  return ['| Scenario | What to try |', '| --- | --- |', ...rows].join('\n');
}

/** The switches of one lender. Each stays as it was set until it is set otherwise. */
export class Scenarios {
  readonly #lender: Lender;
  readonly #on = new Map<ScenarioName, () => void>();

  constructor(lender: Lender) {
    this.#lender = lender;
  }

  /** Turns on what is wanted, and off what isn't. */
  set(wanted: Readonly<Partial<Record<ScenarioName, boolean>>>): void {
    for (const name of scenarioNames) {
      const turnOff = this.#on.get(name);
      if (wanted[name] && !turnOff) this.#on.set(name, scenarios[name].turnOn(this.#lender));
      if (!wanted[name] && turnOff) {
        turnOff();
        this.#on.delete(name);
      }
    }
  }

  /** Nothing goes wrong any more. */
  end(): void {
    this.set({});
  }
}
