import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import vue from '@vitejs/plugin-vue';
import { build, type Rolldown } from 'vite';
import { emptyFolder, root, write } from '../gateway/adapters/built.js';
import { readmePage, readmeSnippets } from './readme-snippets.js';
import { beginToApply, openSite, type Site, type Visit } from './site.js';

describe('the README’s page, pasted as it stands', () => {
  let site: Site;

  before(async () => (site = await openSite()));
  after(() => site.close());

  it('connects a platform, shows its data arrive and lists it', async () => {
    const visit = await site.visit();
    await paste(visit, readmePage);

    await connect(visit);
    await visit.page.getByRole('heading', { name: /is connected$/ }).waitFor();
    await visit.page.getByRole('heading', { name: 'Reading your data from Xero' }).waitFor();
    await visit.page
      .getByRole('listitem')
      .filter({ hasText: 'Xero · ' })
      .getByText('Connected', { exact: true })
      .waitFor();
    await visit.page.getByText('Powered by Codat').waitFor();
    assert.deepEqual(visit.pageErrors, []);
  });

  it('says in the console what is wrong while it is developed, with one script more', async () => {
    const visit = await site.visit();
    const warned = visit.context.waitForEvent('console', (message) => message.type() === 'warning');
    const [, path = ''] = /src="(.*)connect-elements\.js"/.exec(readmePage) ?? [];
    await paste(
      visit,
      `<script type="module" src="${path}development/script-tag.js"></script>${readmePage.replace('"Accounting"', '"Acounting"')}`,
    );
    assert.match(
      (await warned).text(),
      /^source-types of <platform-picker> names Acounting, which is none of/,
    );
  });

  const tag = '<platform-picker token-endpoint="/codat/token"></platform-picker>';
  const [imported = ''] = readmeSnippets('js');
  const [component = ''] = readmeSnippets('jsx');
  const [template = ''] = readmeSnippets('vue');
  /** What each snippet stands in on a host's page; all of them say `Xero is connected` on the console. */
  const projects: readonly [name: string, body: string, files: Readonly<Record<string, string>>][] = [
    ['an import', tag, { 'main.js': imported }],
    [
      'a component of React’s',
      '<main></main>',
      {
        'books.jsx': component,
        'main.js': `import { createElement } from 'react';
          import { createRoot } from 'react-dom/client';
          import { Books } from './books.jsx';
          const onConnected = ({ connection }) => console.log(connection.platformName + ' is connected');
          createRoot(document.querySelector('main')).render(createElement(Books, { onConnected }));`,
      },
    ],
    [
      'a template of Vue’s',
      '<main></main>',
      {
        'Books.vue': template,
        'main.js': `import { createApp, h } from 'vue';
          import Books from './Books.vue';
          const onConnected = (connection) => console.log(connection.platformName + ' is connected');
          createApp({ render: () => h(Books, { onConnected }) }).mount('main');`,
      },
    ],
  ];
  for (const [name, body, files] of projects)
    it(`connects a platform by ${name}, and says so`, async () => {
      const script = await bundle(files);
      const visit = await site.visit();
      const said = visit.context.waitForEvent('console', (message) =>
        message.text().endsWith('is connected'),
      );
      await paste(
        visit,
        `<!doctype html><html lang="en"><meta charset="utf-8"><body>${body}<script type="module">${script}</script></body></html>`,
      );

      await connect(visit);
      assert.equal((await said).text(), 'Xero is connected');
      assert.deepEqual(visit.pageErrors, []);
    });
});

/** Opens a page of the lender's with this text, as someone who is signed in. */
async function paste(visit: Visit, body: string): Promise<void> {
  await beginToApply(visit);
  await visit.context.route('/pasted', (route) => route.fulfill({ contentType: 'text/html', body }));
  await visit.page.goto('/pasted');
}

async function connect({ context, page }: Visit): Promise<void> {
  const [window] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Xero', exact: true }).click(),
  ]);
  await window.getByRole('button', { name: 'Allow' }).click();
}

/** The files of a host's project as one script, made by Vite with the package as it is built. */
async function bundle(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = emptyFolder('readme-page');
  for (const [path, text] of Object.entries(files)) write(folder, path, text);
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    resolve: { alias: entries },
    plugins: [vue({ template: { compilerOptions: { isCustomElement: (each) => each.includes('-') } } })],
    build: {
      write: false,
      rolldownOptions: { input: join(folder, 'main.js'), output: { codeSplitting: false } },
    },
  });
  const [output] = [built].flat() as Rolldown.RolldownOutput[];
  return (output?.output[0].code ?? '').replaceAll('</script', '<\\/script');
}

/** Where the entries of the package are that the snippets import. */
const entries = {
  'codat-connect-elements/platform-picker': join(root, 'dist/define/platform-picker.js'),
  'codat-connect-elements/react': join(root, 'dist/react/index.js'),
};
