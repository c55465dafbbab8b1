import type { ConnectionList } from '../define/connection-list.js';
import { define } from '../define/define.js';
import type { PlatformPicker } from '../define/platform-picker.js';
import type { SyncProgress } from '../define/sync-progress.js';
import type { SteppedEvent } from '../events/analytics-step.js';
import { latestValue } from '../session/query-state.js';
import { openLender, type Lender } from './lender.js';

/** How a sign-in ends at the platform. */
export type SignInAnswer = 'allow' | 'cancel' | 'error' | 'unsupported';

const failures = { cancel: '403', error: '500', unsupported: '501' } as const;

/** How long to wait for a change of an element, in milliseconds. */
const timeoutMs = 5_000;

/** Not `HTMLElementTagNameMap`, which has them only in a project that imports an element too. */
interface Elements {
  readonly 'platform-picker': PlatformPicker;
  readonly 'connection-list': ConnectionList;
  readonly 'sync-progress': SyncProgress;
}

type Tag = keyof Elements;

/** An element on the page, and the lender behind it. */
export interface RenderedElement<Name extends Tag> {
  readonly element: Elements[Name];
  readonly lender: Lender;
}

/**
 * Appends an element to the page in a unit test (jsdom, happy-dom), with the real gateway on the simulator behind it and
 * sign-in pages that open nowhere. Pass the lender of another element to show the same company.
 */
export async function renderElement<Name extends Tag>(
  tag: Name,
  attributes: Readonly<Record<string, string>> = {},
  lender?: Lender,
): Promise<RenderedElement<Name>> {
  define();
  const behind = lender ?? (await openLender());
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  Object.assign(element, { session: behind.session, openLink: () => undefined });
  document.body.append(element);
  return { element, lender: behind };
}

/** Waits for a part of an element, among several the one with this text, such as `waitForPart(picker, 'panel-heading')`. */
export function waitForPart(element: HTMLElement, name: string, text?: string): Promise<HTMLElement> {
  return waitFor(
    () =>
      [...(element.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? [])].find(
        (candidate) => text === undefined || textOf(candidate) === text,
      ),
    `part “${name}” ${text ?? ''}`,
  );
}

/** Chooses a platform by its name, as a person does. Resolves once it was pressed. */
export async function choosePlatform(picker: HTMLElement, platform: string): Promise<void> {
  (await waitForPart(picker, 'name', platform)).closest('button')?.click();
}

/**
 * Ends the sign-in at the platform that was chosen, as `how` says; `allow` is for this organisation. Continues from
 * the notes that some platforms have, and agrees to the lender's terms. Resolves once the element has dispatched
 * `codat-connected`, `codat-abandoned`, or `codat-stepped` with the step `failed`.
 */
export async function answerSignIn(
  { lender, element }: RenderedElement<Tag>,
  how: SignInAnswer = 'allow',
  organisation?: string,
): Promise<void> {
  let hasContinued = false;
  /** The connections that waited for a sign-in before this one. */
  let earlierIds: readonly string[] = [];
  const { id } = await waitFor(() => {
    const connections = latestValue(lender.session.connections.resource) ?? [];
    const pending = connections.filter(({ status }) => status === 'PendingAuth');
    if (!hasContinued && element.shadowRoot?.querySelector('[part~="back"]')) {
      earlierIds = pending.map((connection) => connection.id);
      hasContinued = continueToSignIn(element.shadowRoot);
      return undefined;
    }
    return pending.find((connection) => !earlierIds.includes(connection.id));
  }, 'connection that waits for a sign-in');
  let isOver = false;
  const onStep = ({ step }: SteppedEvent): void => {
    isOver ||= ['linked', 'abandoned', 'failed'].includes(step);
  };
  document.addEventListener('codat-stepped', onStep);
  if (how === 'allow') lender.simulator.authorize(id, organisation);
  else lender.simulator.addError(id, failures[how]);
  await waitFor(() => {
    // The person is back on the page.
    element.ownerDocument.defaultView?.dispatchEvent(new Event('focus'));
    return isOver || undefined;
  }, 'end of the sign-in');
  document.removeEventListener('codat-stepped', onStep);
}

/** Presses the next control of the notes before a sign-in, and returns whether it was their button. The button is enabled once the terms have loaded. */
function continueToSignIn(root: ShadowRoot): boolean {
  // The first one continues; others are for someone else who signs in.
  const button = root.querySelector<HTMLElement>('[part~="actions"] button');
  if (!button || button.getAttribute('aria-disabled') === 'true') return false;
  const terms = root.querySelector<HTMLInputElement>('[part~="agree"] input');
  const mustAgree = terms && !terms.checked;
  (mustAgree ? terms : button).click();
  return !mustAgree;
}

const textOf = ({ textContent }: HTMLElement): string => textContent.replace(/\s+/g, ' ').trim();

async function waitFor<Value>(find: () => Value | undefined, what: string): Promise<Value> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const found = find();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`There is no ${what.trim()}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
