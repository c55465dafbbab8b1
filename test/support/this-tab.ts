/** Stands where this tab would go to another page: it stays, and says where it would have gone. */
export class ThisTab {
  readonly went: string[] = [];
  readonly #stay = (event: NavigateEvent): void => {
    event.preventDefault();
    this.went.push(event.destination.url);
  };

  constructor() {
    navigation.addEventListener('navigate', this.#stay);
  }

  /** Lets this tab go again, and forgets what it was left for. */
  restore(): void {
    navigation.removeEventListener('navigate', this.#stay);
    sessionStorage.clear();
  }
}
