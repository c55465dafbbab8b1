/** Stands where this tab would go to another page: it stays, and says where it would have gone. */
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
