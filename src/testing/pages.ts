import type { Locator, Page } from 'playwright-core';
import type { ScenarioName, ScenarioOptions } from './scenarios.js';

/** `<platform-picker>` on a Playwright page. Platforms are chosen by their names, in any language. */
export class PickerPage {
  readonly page: Page;
  readonly element: Locator;

  constructor(page: Page, element: Locator = page.locator('platform-picker')) {
    this.page = page;
    this.element = element;
  }

  /** The button of a platform. */
  tile(platform: string): Locator {
    return this.element.getByRole('button', { name: platform, exact: true });
  }

  /** The heading of the step that the journey is at. */
  get heading(): Locator {
    return this.element.locator('[part~="panel-heading"]');
  }

  async search(text: string): Promise<void> {
    await this.element.locator('[part~="search"] input').fill(text);
  }

  /**
   * Chooses a platform whose sign-in page opens in a window, and waits for that page. Continues from the notes that some
   * platforms have, and agrees to the lender's terms.
   */
  async choose(platform: string): Promise<SignInPage> {
    return SignInPage.openedBy(this.page, async () => {
      await this.tile(platform).click();
      await this.heading.waitFor();
      if (await this.element.locator('[part~="back"]').isVisible()) await this.#continue();
    });
  }

  async #continue(): Promise<void> {
    const button = this.element.locator('[part~="actions"] button').first();
    // The button is enabled once the terms have loaded.
    await button.click({ trial: true });
    const terms = this.element.locator('[part~="agree"] input');
    if (await terms.isVisible()) await terms.check();
    await button.click();
  }
}

/** The simulator's page on which a person signs in at a platform. */
export class SignInPage {
  readonly page: Page;

  /** For a sign-in in the same tab, pass the page that the picker was on. */
  constructor(page: Page) {
    this.page = page;
  }

  /** Waits for the window that an action opens. */
  static async openedBy(opener: Page, open: () => Promise<void>): Promise<SignInPage> {
    const [page] = await Promise.all([opener.context().waitForEvent('page'), open()]);
    await page.getByRole('button', { name: 'Allow' }).waitFor();
    return new SignInPage(page);
  }

  /** Signs in, for this organisation. */
  async allow(organisation?: string): Promise<void> {
    if (organisation !== undefined) await this.page.getByLabel('Organisation').fill(organisation);
    await this.#press('Allow');
  }

  async cancel(): Promise<void> {
    await this.#press('Cancel');
  }

  async reportError(): Promise<void> {
    await this.#press('Report an error');
  }

  async #press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }
}

/** `<connection-list>` on a Playwright page, in English. */
export class ConnectionsPage {
  readonly page: Page;
  readonly element: Locator;

  constructor(page: Page, element: Locator = page.locator('connection-list')) {
    this.page = page;
    this.element = element;
  }

  /** The row of a platform, or of an organisation. */
  row(name: string): Locator {
    return this.element.locator('[part~="row"]').filter({ hasText: name });
  }

  /** The status of a row, such as _Connected_. */
  status(name: string): Locator {
    return this.row(name).locator('[part~="status"]');
  }

  async disconnect(name: string): Promise<void> {
    await this.#act(name, 'Disconnect', 'Disconnect');
  }

  async delete(name: string): Promise<void> {
    await this.#act(name, 'Delete', 'Delete for good');
  }

  /** Presses the button of the row that leads to the sign-in page, and waits for that page. */
  async reconnect(name: string): Promise<SignInPage> {
    const button = this.row(name).getByRole('button', { name: /^Reconnect/ });
    return SignInPage.openedBy(this.page, () => button.click());
  }

  async #act(name: string, item: string, confirmation: string): Promise<void> {
    const row = this.row(name);
    await row.locator('[part~="menu-button"]').click();
    await row.getByRole('menuitem', { name: item }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: confirmation, exact: true }).click();
  }
}

/** Controls a running simulator (`npx codat-connect-elements simulator`) from a test. */
export class SimulatorControl {
  readonly url: string;

  constructor(url = 'http://localhost:4174') {
    this.url = url;
  }

  /** Puts it into a scenario. Rejects with the simulator's message if it can't. */
  async scenario(name: ScenarioName, options: ScenarioOptions = {}): Promise<void> {
    const query = new URLSearchParams(
      Object.entries(options).map(([key, value]): [string, string] => [key, String(value)]),
    );
    const answer = await fetch(`${this.url}/scenarios/${name}?${query.toString()}`, { method: 'POST' });
    if (!answer.ok) throw new Error(await answer.text());
  }
}

type Use<Value> = (value: Value) => Promise<void>;

/** The types of {@link playwrightFixtures}. */
export interface ConnectFixtures {
  readonly picker: PickerPage;
  readonly connections: ConnectionsPage;
  /** The simulator. Its faults are removed at the end of the test. */
  readonly codat: SimulatorControl;
  /** Where the simulator is. Set it in `use` of Playwright's configuration. Default `http://localhost:4174`. */
  readonly codatUrl: string;
}

/** Fixtures for Playwright: `const test = base.extend<ConnectFixtures>(playwrightFixtures)`. */
export const playwrightFixtures = {
  codatUrl: ['http://localhost:4174', { option: true }] as [string, { option: true }],
  picker: async ({ page }: { page: Page }, use: Use<PickerPage>): Promise<void> => {
    await use(new PickerPage(page));
  },
  connections: async ({ page }: { page: Page }, use: Use<ConnectionsPage>): Promise<void> => {
    await use(new ConnectionsPage(page));
  },
  codat: async ({ codatUrl }: { codatUrl: string }, use: Use<SimulatorControl>): Promise<void> => {
    const control = new SimulatorControl(codatUrl);
    await use(control);
    await control.scenario('calm');
  },
};
