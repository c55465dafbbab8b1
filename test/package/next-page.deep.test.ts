import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { emptyFolder, root, write } from '../gateway/adapters/built.js';
import { runProcess } from '../gateway/adapters/processes.js';

describe('a Next.js page', () => {
  it('is rendered on the server with the components in it, which are client components', async () => {
    const folder = emptyFolder('next-page');
    write(folder, 'package.json', '{"private":true,"type":"module"}');
    write(
      folder,
      'next.config.mjs',
      `const root = ${JSON.stringify(root)};
       export default { turbopack: { root }, outputFileTracingRoot: root };`,
    );
    // Next reads no JSX of what is below a folder of packages, as this one is.
    write(
      folder,
      'app/layout.js',
      `import { createElement as h } from 'react';
       export default ({ children }) => h('html', { lang: 'en' }, h('body', null, children));`,
    );
    write(
      folder,
      'app/page.js',
      `import { createElement as h } from 'react';
       import { PlatformPicker, PoweredByCodat } from 'codat-connect-elements/react';
       const given = { tokenEndpoint: '/codat/token', lender: 'Larkspur', sourceTypes: ['Accounting'] };
       export default () =>
         h('main', null, h(PlatformPicker, given, h('a', { href: '/help' }, 'Another way')), h(PoweredByCodat));`,
    );
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules/codat-connect-elements'), 'dir');

    await runProcess(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
      cwd: folder,
    });
    const page = readFileSync(join(folder, '.next/server/app/index.html'), 'utf8');
    assert.match(
      page,
      /<platform-picker token-endpoint="\/codat\/token" lender="Larkspur" source-types="Accounting" defer-hydration=""><a href="\/help">Another way<\/a><\/platform-picker>/,
    );
    assert.match(page, /<powered-by-codat defer-hydration=""><\/powered-by-codat>/);
  });
});
