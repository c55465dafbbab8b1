import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: DocumentFragment | HTMLElement };

/**
 * Keeps focus within an element whose content is replaced or taken away under it: it moves to the new heading, never
 * to nowhere.
 */
export class SceneController implements ReactiveController {
  readonly #host: Host;
  readonly #scene: () => string;
  readonly #near: () => HTMLElement | null | undefined;
  #before: string | undefined;
  #focused = false;

  /** `near` is where a person was, as far as that is still there. */
  constructor(host: Host, scene: () => string, near: () => HTMLElement | null | undefined = () => undefined) {
    this.#host = host;
    this.#scene = scene;
    this.#near = near;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#hasFocus;
  }

  hostUpdated(): void {
    const scene = this.#scene();
    const before = this.#before;
    const changed = before !== undefined && scene !== before;
    this.#before = scene;
    // Only coming back to this tab leads there without signing in: a person has focus nowhere yet, unless they put it somewhere.
    const back =
      scene === 'confirming' && before !== 'authorizing' && document.activeElement === document.body;
    if (!(changed && back) && !(this.#focused && (changed || !this.#hasFocus))) return;
    for (const landing of this.#landings) {
      // A heading can take focus only now that it is to: it is no stop on a person's way through the page.
      if (!landing.matches('input, button')) landing.tabIndex = -1;
      landing.focus();
      if (this.#hasFocus) return;
    }
  }

  /** Where focus goes: to the first of these that can take it. */
  get #landings(): readonly HTMLElement[] {
    const all = (selector: string) => this.#host.renderRoot.querySelectorAll<HTMLElement>(selector);
    return [
      ...all('[part~="panel-heading"]'),
      this.#near() ?? [],
      ...all('[part~="heading"], input, button'),
    ].flat();
  }

  /** `:focus-within` would say no while an open dialog of ours has it. */
  get #hasFocus(): boolean {
    const root = this.#host.getRootNode();
    return (
      (root instanceof Document || root instanceof ShadowRoot) && this.#host.contains(root.activeElement)
    );
  }
}
