import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: DocumentFragment | HTMLElement };

/** Where focus goes when what an element shows is replaced: the first of these that can take it. */
const landings = '[part~="panel-heading"], [part~="heading"], input, button';

/**
 * Keeps focus within an element whose content is replaced or taken away under it: it moves to the new heading, never
 * to nowhere.
 */
export class SceneController implements ReactiveController {
  readonly #host: Host;
  readonly #scene: () => string;
  #before: string | undefined;
  #focused = false;

  constructor(host: Host, scene: () => string) {
    this.#host = host;
    this.#scene = scene;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#hasFocus;
  }

  hostUpdated(): void {
    const scene = this.#scene();
    const changed = this.#before !== undefined && scene !== this.#before;
    this.#before = scene;
    if (!this.#focused || !(changed || !this.#hasFocus)) return;
    for (const landing of this.#host.renderRoot.querySelectorAll<HTMLElement>(landings)) {
      // A heading can take focus only now that it is to: it is no stop on a person's way through the page.
      if (!landing.matches('input, button')) landing.tabIndex = -1;
      landing.focus();
      if (this.#hasFocus) return;
    }
  }

  /** `:focus-within` would say no while an open dialog of ours has it. */
  get #hasFocus(): boolean {
    const root = this.#host.getRootNode();
    return (
      (root instanceof Document || root instanceof ShadowRoot) && this.#host.contains(root.activeElement)
    );
  }
}
