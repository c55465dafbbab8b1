/** Cancels navigations of this tab, and keeps their destinations. */
export class ThisTab {
  readonly destinations: string[] = [];
  readonly #cancelNavigation = (event: NavigateEvent): void => {
    event.preventDefault();
    this.destinations.push(event.destination.url);
  };

  constructor() {
    navigation.addEventListener('navigate', this.#cancelNavigation);
  }

  /** Lets this tab go again, and forgets what it was left for. */
  restore(): void {
    navigation.removeEventListener('navigate', this.#cancelNavigation);
    sessionStorage.clear();
  }
}
