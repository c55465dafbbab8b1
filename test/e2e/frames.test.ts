import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContextOptions, FrameLocator } from 'playwright-core';
import { PickerPage } from '../../src/testing/index.js';
import { beginToApply, openSite, type Site, type Visit } from './site.js';

/** Another site's page, on another origin. */
const portal = 'http://localhost:4999/portal';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe('a picker in a frame of another site’s page', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  /** That page, whose frame shows a page of the lender's. */
  const setUp = async ({
    attributes = '',
    sandbox,
    ...options
  }: BrowserContextOptions & { attributes?: string; sandbox?: string } = {}): Promise<
    Visit & { frame: FrameLocator; picker: PickerPage }
  > => {
    const visit = await site.visit(options);
    const { page, context } = visit;
    await beginToApply(visit);
    const framed = `${site.url}/framed`;
    const pages = {
      [framed]: `<script type="module" src="/vendor/connect-elements/connect-elements.js"></script>
        <platform-picker token-endpoint="/codat/token" source-types="Accounting" ${attributes}></platform-picker>`,
      [portal]: `<iframe src="${framed}" ${sandbox === undefined ? '' : `sandbox="${sandbox}"`}></iframe>`,
    };
    for (const [url, body] of Object.entries(pages))
      await context.route(url, (route) =>
        route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="en">${body}</html>` }),
      );
    await page.goto(portal);
    const frame = page.frameLocator('iframe');
    return { ...visit, frame, picker: new PickerPage(page, frame.locator('platform-picker')) };
  };

  it('opens the sign-in page in the whole tab when the person wants it in this tab, since it refuses frames', async () => {
    const { page, picker } = await setUp();
    await picker.choose('Sage Accounting');
    await picker.element.getByRole('link', { name: 'Open it in this tab instead' }).click();

    await page.getByLabel('Organisation').fill('Marlow Bakery');
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('heading', { name: 'Sage Accounting is connected' }).waitFor();
    assert.equal(new URL(page.url()).origin, site.url);
  });

  it('opens a window on a phone, since the person would not come back to the frame', async () => {
    const { page, picker } = await setUp(phone);
    const signIn = await picker.choose('Sage Accounting');
    await signIn.allow('Marlow Bakery');

    await picker.element.getByRole('heading', { name: 'Marlow Bakery is connected' }).waitFor();
    assert.equal(page.url(), portal);
  });

  it('says on a phone that a program on a computer has to be connected there', async () => {
    const { picker } = await setUp(phone);
    await picker.search('QuickBooks Desktop');
    await picker.tile('QuickBooks Desktop').click();

    await picker.element.getByText('Continue at the computer that runs QuickBooks Desktop').waitFor();
    assert.equal(
      await picker.element.getByRole('button', { name: 'Continue to QuickBooks Desktop' }).count(),
      0,
    );
  });

  it('shows an error and dispatches it where the frame may neither open a window nor leave', async () => {
    const { frame, picker } = await setUp({ sandbox: 'allow-scripts allow-same-origin' });
    const failed = frame.locator(':root').evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('codat-failed', ({ error }) => resolve(String(error.cause)));
        }),
    );
    await picker.tile('Sage Accounting').click();
    await picker.element.getByRole('link', { name: 'Continue to Sage Accounting' }).click();

    await picker.element.getByRole('heading', { name: 'Something went wrong' }).waitFor();
    await picker.element.getByRole('button', { name: 'Someone else signs in to it?' }).waitFor();
    assert.match(await failed, /^SecurityError: /);
  });

  it('opens a window from a sandboxed frame whose windows escape the sandbox', async () => {
    const sandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';
    const { picker } = await setUp({ sandbox });
    const signIn = await picker.choose('Sage Accounting');
    await signIn.allow('Marlow Bakery');

    await picker.element.getByRole('heading', { name: 'Marlow Bakery is connected' }).waitFor();
  });

  it('leaves with the whole tab where the frame may do that by a click alone', async () => {
    const sandbox = 'allow-scripts allow-same-origin allow-top-navigation-by-user-activation';
    const { page, picker } = await setUp({ sandbox, attributes: 'opens="same-tab"' });
    await picker.tile('Sage Accounting').click();

    await page.getByRole('button', { name: 'Allow' }).waitFor();
  });
});
