import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContextOptions, Locator } from 'playwright-core';
import { draftLanguages } from '../../src/i18n/draft-languages.js';
import { connectionList } from '../../src/i18n/locales/en/connection-list.js';
import { connectionResult } from '../../src/i18n/locales/en/connection-result.js';
import { journey } from '../../src/i18n/locales/en/journey.js';
import { platformPicker } from '../../src/i18n/locales/en/platform-picker.js';
import { preparing } from '../../src/i18n/locales/en/preparing.js';
import { syncProgress } from '../../src/i18n/locales/en/sync-progress.js';
import { localizeMessages } from '../../src/i18n/localize-messages.js';
import { loadLanguage } from '../../tools/load-language.js';
import { layoutProblems, keepNames } from '../support/layout-checks.js';
import { beginToApply, openSite, type Site, type Visit } from './site.js';

const english = { connectionList, connectionResult, journey, platformPicker, preparing, syncProgress };

/** Milliseconds until the first data counts as missing, with others at work on the same machine. */
const timeoutMs = 60_000;

/** The longest words, and the other direction. */
const languages = [
  { lang: 'de', dir: 'ltr', organisation: 'Bäckerei und Konditorei Marlow GmbH' },
  { lang: 'ar', dir: 'rtl', organisation: 'مخبز مارلو' },
] as const;

/** On a phone the sign-in page takes this tab, on a laptop a window. */
const devices: Readonly<Record<'phone' | 'laptop', BrowserContextOptions>> = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  laptop: { viewport: { width: 1280, height: 800 } },
};

/** Someone whose lender's pages are in another language, and what did not fit on their way. */
class Walker {
  readonly troubles: string[] = [];
  readonly #visit: Visit;
  readonly #language: (typeof languages)[number];

  constructor(visit: Visit, language: (typeof languages)[number]) {
    this.#visit = visit;
    this.#language = language;
  }

  /** Checks the page, once the result of a step is there. */
  async arrive(step: string, sign: Locator): Promise<void> {
    await sign.waitFor({ timeout: timeoutMs });
    const { page } = this.#visit;
    const { lang, dir } = this.#language;
    await page.waitForFunction(isSpoken, `${lang} ${dir}`).catch((cause: unknown) => {
      throw new Error(`${step}: not everything is spoken in ${lang}, ${dir}.`, { cause });
    });
    const found = [...(await page.evaluate(layoutProblems)), ...(await page.evaluate(outsideThePage))];
    this.troubles.push(...found.map((trouble) => `${step}: ${trouble}`));
  }

  /** Goes to the sign-in page and allows access: in this tab on a phone, in a window on a laptop, while this page waits. */
  async signIn(leave: Locator, waiting: Locator, isPhone: boolean): Promise<void> {
    const { page, context } = this.#visit;
    const opened = isPhone ? page : context.waitForEvent('page');
    await leave.click();
    const there = await opened;
    if (!isPhone) await this.arrive('signing in', waiting);
    await there.getByLabel('Organisation').fill(this.#language.organisation);
    await there.getByRole('button', { name: 'Allow' }).click();
  }
}

describe('a business whose lender’s pages are in another language', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  for (const language of languages)
    for (const device of ['phone', 'laptop'] as const)
      it(`finds everything in place from landing to reconnected: in ${language.lang}, on a ${device}`, async () => {
        const { lang, organisation } = language;
        await loadLanguage(lang);
        const say = localizeMessages(english, lang);
        const visit = await site.visit({ ...devices[device], locale: lang, reducedMotion: 'reduce' });
        const { page, context, pageErrors } = visit;
        await context.addInitScript(keepNames);
        await context.addInitScript(translate, { ...language, origin: site.url });
        if (draftLanguages.includes(lang))
          await context.addInitScript(importDraft, { lang, origin: site.url });
        const walker = new Walker(visit, language);
        const isPhone = device === 'phone';
        const heading = (name: string): Locator => page.getByRole('heading', { name });
        const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
        const platform = 'QuickBooks Online';
        const waiting = heading(say.journey.authorizing(platform, 'window').title);
        const returned = heading(say.connectionResult.connected(platform, 'Larkspur').title);
        const connected = heading(say.journey.connected(platform, organisation).title);

        await page.goto('/');
        await walker.arrive('landing', page.locator('powered-by-codat').getByRole('link'));
        await beginToApply(visit);
        await walker.arrive('the platforms', button(platform));
        await page.getByLabel(say.platformPicker.search).fill('zzzz');
        await walker.arrive('nothing found', page.getByText(say.platformPicker.noneFor('zzzz')));
        await page.getByLabel(say.platformPicker.search).fill('');

        await button(platform).click();
        await walker.arrive('before leaving', heading(say.preparing.heading(platform)));
        await walker.signIn(button(say.preparing.continueTo(platform)), waiting, isPhone);
        if (isPhone) {
          await walker.arrive('back', returned);
          await page.getByRole('link', { name: say.connectionResult.continueTo('Larkspur') }).click();
        }
        await walker.arrive('connected', connected);
        await walker.arrive('the first data', page.getByText(say.syncProgress.enough));

        await page.goto('/account');
        const row = page.locator('connection-list').getByRole('listitem').filter({ hasText: organisation });
        const { statuses, more, details, actions, confirm, ways } = say.connectionList;
        await walker.arrive('the account', row.getByText(statuses.Linked, { exact: true }));
        await button(more(platform)).click();
        await page.getByRole('menuitem', { name: details.show }).click();
        await walker.arrive('details', row.getByText(details.dataTypes));
        await button(more(platform)).click();
        await walker.arrive('the menu', page.getByRole('menu'));
        await page.getByRole('menuitem', { name: actions.disconnect }).click();
        const { title, yes } = confirm.disconnect(platform, 'Larkspur');
        const dialog = page.getByRole('dialog', { name: title });
        await walker.arrive('asked', dialog);
        await dialog.getByRole('button', { name: yes, exact: true }).click();
        const reconnect = button(ways.reconnect.whole(platform));
        await walker.arrive('disconnected', reconnect);
        await walker.signIn(reconnect, waiting, isPhone);
        await walker.arrive('reconnected', isPhone ? returned : connected);

        assert.equal(walker.troubles.length, 0, walker.troubles.join('\n'));
        assert.deepEqual(pageErrors, []);
        await context.close();
      });
});

/** Turns a page of the lender's to another language, before anything of it is drawn. */
function translate({ lang, dir, origin }: { lang: string; dir: string; origin: string }): void {
  if (location.origin !== origin) return;
  new MutationObserver((_, observer) => {
    Object.assign(document.documentElement, { lang, dir });
    observer.disconnect();
  }).observe(document, { childList: true });
}

/** Imports a draft on the lender's pages, as a host that has had it read does. */
function importDraft({ lang, origin }: { lang: string; origin: string }): void {
  if (location.origin !== origin) return;
  const served = `${origin}/vendor/connect-elements`;
  addEventListener('DOMContentLoaded', () => {
    void Promise.all([import(`${served}/register-messages.js`), import(`${served}/locales/${lang}.js`)]).then(
      ([{ registerMessages }, locale]: [
        { registerMessages: (lang: string, messages: unknown) => unknown },
        Readonly<Record<string, unknown>>,
      ]) => registerMessages(lang, locale[lang]),
    );
  });
}

/** Whether all our elements speak this language, and their lines begin where its lines do. */
function isSpoken(language: string): boolean {
  const ours = 'platform-picker, connection-list, sync-progress, connection-result, powered-by-codat';
  const drawn = [...document.querySelectorAll(ours)].map(({ shadowRoot }) =>
    shadowRoot?.querySelector<HTMLElement>('[part="base"]'),
  );
  return (
    drawn.length > 0 &&
    drawn.every(
      (base) =>
        base &&
        `${base.closest<HTMLElement>('[lang]')?.lang} ${getComputedStyle(base).direction}` === language,
    )
  );
}

/** What nobody can see without scrolling sideways, the page itself or a box of ours. */
function outsideThePage(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const ours = 'platform-picker, connection-list, sync-progress, connection-result, powered-by-codat';
  const boxes = [...document.querySelectorAll(ours)]
    .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('*') ?? [])])
    .filter((box) => box.checkVisibility() && !box.closest('.visually-hidden'))
    .filter((box) => {
      const { left, right, width } = box.getBoundingClientRect();
      return width > 0 && (left < -1 || right > clientWidth + 1);
    });
  return [
    ...(scrollWidth > clientWidth ? [`the page scrolls sideways by ${scrollWidth - clientWidth} px`] : []),
    ...boxes.map((box) => `outside the page: ${box.localName} «${box.textContent.trim().slice(0, 60)}»`),
  ];
}
