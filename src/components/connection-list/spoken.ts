import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ActionState } from '../../controllers/journey/action.js';
import type { ManageRequest } from '../../controllers/manage.js';
import type { Messages } from '../../i18n/messages.js';
import type { Standing } from './arrangement.js';

interface SpokenFacts {
  readonly words: () => Pick<Messages, 'common' | 'errors' | 'connectionList'>;
  readonly lender: () => string;
  /** What is on screen, once it is known. */
  readonly standings: () => readonly Standing[] | undefined;
  readonly acting: () => ActionState<ManageRequest>;
  /** A connection that the person is busy with, which needs no word. */
  readonly busy: () => string | undefined;
}

/**
 * What the list says aloud: how something the person wanted goes, and what came to stand otherwise while nobody here
 * did anything. Its place is there before there is anything to say, so that it is heard (WCAG 2.2, 4.1.3).
 */
export class SpokenController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #facts: SpokenFacts;
  #told = '';
  #before: ReadonlyMap<string, string> | undefined;
  /** Whether nothing else on screen says so: the row that it is about is gone. */
  shown = false;

  constructor(host: ReactiveControllerHost, facts: SpokenFacts) {
    this.#host = host;
    this.#facts = facts;
    host.addController(this);
  }

  get text(): string {
    const { words, acting, standings } = this.#facts;
    const { common, connectionList, errors } = words();
    const state = acting();
    if (state.is === 'running') return connectionList.under[state.subject.action](state.subject.name);
    if (state.is === 'failed') return `${errors[state.error.kind].title}. ${errors[state.error.kind].advice}`;
    return standings() ? this.#told : common.loading;
  }

  done({ action, name }: ManageRequest): void {
    const { words, lender } = this.#facts;
    this.#tell(words().connectionList.done[action](name, lender()), action === 'delete');
  }

  hush(): void {
    this.#tell('');
  }

  /** Before it is drawn, so that what is told is drawn with it. */
  hostUpdate(): void {
    const { words, standings, busy } = this.#facts;
    const { changed, statuses } = words().connectionList;
    const now = standings();
    for (const { connection, name, situation } of now ?? []) {
      const before = this.#before?.get(connection.id);
      if (before !== undefined && before !== connection.status && connection.id !== busy())
        this.#tell(changed(name, statuses[situation.status]));
    }
    this.#before = now && new Map(now.map(({ connection: { id, status } }) => [id, status]));
  }

  #tell(text: string, shown = false): void {
    this.#told = text;
    this.shown = shown;
    this.#host.requestUpdate();
  }
}
