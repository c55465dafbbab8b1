import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { withMatrix } from '../clients/matrix.js';
import { readmeSnippets, snippetsOf } from '../e2e/readme-snippets.js';
import { emptyFolder, root, write } from '../gateway/adapters/built.js';
import { errorsIn } from './errors-in.js';

/** What stands for the host's own module in the README's server. */
const session = `/** @param {Request} request */
export const companyOf = ({ headers }) => headers.get('Cookie');`;

/** In JavaScript a component says nothing of the types of its props. */
const script = { allowJs: true, checkJs: true, noImplicitAny: false, types: ['node'] };

describe('the README', () => {
  const [page = '', server = ''] = readmeSnippets('js');
  const [component = ''] = readmeSnippets('jsx');

  it('has snippets for the page, a bundler, React, Vue and the server', () => {
    assert.match(readmeSnippets('html')[0] ?? '', /^<!doctype html>/);
    assert.match(page, /addEventListener\('codat-connected'/);
    assert.match(server, /createGateway/);
    assert.match(component, /codat-connect-elements\/react/);
    assert.match(readmeSnippets('vue')[0] ?? '', /<template>/);
  });

  it('has snippets without a mistake in their types', () => {
    const texts = {
      [join(root, 'test/package/page.js')]: page,
      [join(root, 'test/package/component.jsx')]: component,
      [join(root, 'test/package/server.js')]: server,
      [join(root, 'test/package/session.js')]: session,
    };
    assert.deepEqual(errorsIn(Object.keys(texts), texts, script), []);
  });

  it('leads to pages whose snippets have no mistake in their types', () => {
    const texts = Object.fromEntries(
      [
        'events.md',
        'languages.md',
        ...readdirSync(join(root, 'docs/elements')).map((name) => `elements/${name}`),
      ]
        .flatMap((name) => snippetsOf(join(root, 'docs', name), 'jsx?'))
        .map((text, index) => [join(root, `test/package/snippet-${index}.jsx`), text]),
    );
    assert.ok(Object.keys(texts).length >= 8);
    assert.deepEqual(errorsIn(Object.keys(texts), texts, script), []);
  });

  it('has a server that gives a token to whoever is signed in, as it is pasted', async () => {
    const folder = emptyFolder('readme-server');
    write(folder, 'package.json', '{"type":"module"}');
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules/codat-connect-elements'), 'dir');
    write(folder, 'session.js', session);
    write(folder, 'server.js', server);
    write(
      folder,
      'ask.js',
      `import { gateway } from './server.js';
       const ask = async (headers) => {
         const request = new Request('https://www.larkspur.example/codat/token', { method: 'POST', headers });
         const response = await gateway.fetch(request);
         return [response.status, (await response.json()).companyId];
       };
       const company = '8a210b68-6988-11ed-a1eb-0242ac120002';
       console.log(JSON.stringify([await ask({ Cookie: company }), await ask({})]));
       await gateway.close();`,
    );
    const { stdout } = await promisify(execFile)(process.execPath, ['ask.js'], {
      cwd: folder,
      env: { CODAT_API_KEY: 'a-key', CODAT_SIGNING_KEY: 'a key of thirty-two characters or more' },
    });
    assert.equal(stdout.trim(), '[[200,"8a210b68-6988-11ed-a1eb-0242ac120002"],[401,null]]');
  });

  it('has the table of clients as docs/frameworks.md has it', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const frameworks = readFileSync(join(root, 'docs/frameworks.md'), 'utf8');
    assert.equal(readme, withMatrix(readme, frameworks));
    assert.match(readme, /^\| React 19 +\| yes +\| `tsc`/m);
  });
});
