import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: DocumentFragment | HTMLElement };

/** Moves focus to the new heading, or to something nearby, when the view changes or the focused element is removed, so that focus isn't lost. */
export class FocusController implements ReactiveController {
  readonly #host: Host;
  readonly #getView: () => string;
  readonly #getNearbyTarget: () => HTMLElement | null | undefined;
  #previousView: string | undefined;
  #hadFocus = false;

  /** `getView` returns the name of the current view; `getNearbyTarget` finds the element nearest to where focus was. */
  constructor(
    host: Host,
    getView: () => string,
    getNearbyTarget: () => HTMLElement | null | undefined = () => undefined,
  ) {
    this.#host = host;
    this.#getView = getView;
    this.#getNearbyTarget = getNearbyTarget;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#hadFocus = this.#hasFocus;
  }

  hostUpdated(): void {
    const view = this.#getView();
    const previous = this.#previousView;
    const changed = previous !== undefined && view !== previous;
    this.#previousView = view;
    // A person has returned from sign-in in this tab. Nothing has focus then, so moving it is safe.
    const returned =
      view === 'confirming' && previous !== 'authorizing' && document.activeElement === document.body;
    if (!(changed && returned) && !(this.#hadFocus && (changed || !this.#hasFocus))) return;
    for (const target of this.#focusTargets) {
      // A heading is focusable only by script, so that the Tab key skips it.
      if (!target.matches('input, button')) target.tabIndex = -1;
      target.focus();
      if (!this.#hasFocus) continue;
      // On a smoothly scrolling page Chromium stops scrolling if the page's height changes meanwhile. jsdom has no `scrollIntoView`.
      if ('scrollIntoView' in target) target.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      return;
    }
  }

  /** Candidates in order of preference: focus goes to the first that accepts it. */
  get #focusTargets(): readonly HTMLElement[] {
    const all = (selector: string) => this.#host.renderRoot.querySelectorAll<HTMLElement>(selector);
    return [
      ...all('[part~="panel-heading"]'),
      this.#getNearbyTarget() ?? [],
      ...all('[part~="heading"], input, button'),
    ].flat();
  }

  /** `:focus-within` doesn't match while an open dialog of ours has focus. */
  get #hasFocus(): boolean {
    const root = this.#host.getRootNode();
    return (
      (root instanceof Document || root instanceof ShadowRoot) && this.#host.contains(root.activeElement)
    );
  }
}
