/** Appends an element to the page with these properties and attributes, and returns it. */
export function mount<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(Object.assign(element, properties));
  return element;
}

/** Takes everything off the page again. */
export function clear(): void {
  document.body.replaceChildren();
}

/** The visible parts of an element by that name. */
export function parts(host: HTMLElement, name: string): HTMLElement[] {
  const found = host.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? [];
  return [...found].filter((part) => part.checkVisibility());
}

/** The text of each of those parts, in one line each. */
export function texts(host: HTMLElement, name: string): string[] {
  return parts(host, name).map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim());
}

/** How long to wait, in milliseconds: less after one timeout, so that a broken page fails in time. */
let timeoutMs = 30_000;

/** Waits until there is something to return, and fails with what there was instead. */
export async function eventually<Value>(
  find: () => Value | undefined | false | null,
  wanted = 'a fact',
): Promise<Value> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const found = find();
    if (found !== undefined && found !== false && found !== null) return found;
    if (performance.now() > end) {
      timeoutMs = 3_000;
      throw new Error(
        `${wanted} never came; the page is ${document.visibilityState} and says: ${pageText()}`,
      );
    }
    // A hidden page draws no frames: there the timer goes on checking.
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
      setTimeout(resolve, 250);
    });
  }
}

/** Waits for a part, among several the one with this text. */
export function part(host: HTMLElement, name: string, text?: string | RegExp): Promise<HTMLElement> {
  return eventually(
    () => parts(host, name).find((candidate) => text === undefined || hasText(candidate, text)),
    `${name} ${String(text ?? '')}`,
  );
}

/** Waits for a button or link by its name, and presses it. */
export async function press(host: HTMLElement, name: string): Promise<void> {
  const control = await eventually(
    () =>
      [...(host.shadowRoot?.querySelectorAll<HTMLElement>('button, a') ?? [])].find((one) =>
        hasName(one, name),
      ),
    `a control ${name}`,
  );
  control.click();
}

/** The next event of this type that reaches the document. */
export function nextEvent<Type extends keyof GlobalEventHandlersEventMap>(
  type: Type,
): Promise<GlobalEventHandlersEventMap[Type]> {
  return new Promise((resolve) => document.addEventListener(type, resolve, { once: true }));
}

/** The types of our notifications, which a host can't cancel. */
const notifications = [
  'started',
  'connected',
  'abandoned',
  'failed',
  'disconnected',
  'deleted',
  'data-arrived',
  'synced',
  'returned',
];

/** Collects the types of our events from now on: of all notifications, or of those named. */
export function recordEvents(types: readonly string[] = notifications): string[] {
  const seen: string[] = [];
  for (const type of types) document.addEventListener(`codat-${type}`, () => seen.push(`codat-${type}`));
  return seen;
}

/** The control of an element that has focus, by its name. */
export function focused(host: HTMLElement): string | undefined {
  const control = host.shadowRoot?.activeElement;
  if (!(control instanceof HTMLElement)) return undefined;
  return control.getAttribute('aria-label') ?? control.innerText.trim();
}

function hasName(control: HTMLElement, name: string): boolean {
  if (!control.checkVisibility()) return false;
  const own =
    control.getAttribute('aria-label') ?? control.querySelector<HTMLElement>('[part="name"]')?.innerText;
  return (own ?? control.innerText).trim() === name;
}

function hasText({ innerText }: HTMLElement, expected: string | RegExp): boolean {
  const text = innerText.replace(/\s+/g, ' ').trim();
  return typeof expected === 'string' ? text === expected : expected.test(text);
}

function pageText(): string {
  return [...document.body.children]
    .map((child) => child.shadowRoot?.textContent.replace(/\s+/g, ' ') ?? '')
    .join('\n');
}
