import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { errorsIn } from './errors-in.js';

const folder = fileURLToPath(new URL('types/', import.meta.url));

describe('the types of the tags', () => {
  it('accept what a host writes and refuse its mistakes, in plain TypeScript, React, Preact and Solid', () => {
    const files = readdirSync(folder).filter((name) => /\.tsx?$/.test(name));
    assert.deepEqual(files.sort(), ['page.ts', 'preact.tsx', 'react.tsx', 'solid.tsx']);
    assert.deepEqual(errorsIn(files.map((name) => `${folder}${name}`)), []);
  });

  it('are brought by the helpers for unit tests, whose elements have their types', () => {
    const file = `${folder}testing.ts`;
    const page = `import { renderElement } from 'codat-connect-elements/testing';
      const { element } = await renderElement('platform-picker');
      export const values: readonly string[] = element.value;
      // @ts-expect-error There is no such property.
      element.nothing;`;
    assert.deepEqual(errorsIn([file], { [file]: page }, { skipLibCheck: false }), []);
  });

  it('are brought by every entry that defines an element', () => {
    for (const entry of ['platform-picker', 'powered-by-codat', 'react', 'dist/connect-elements.js']) {
      const file = `${folder}${entry.replaceAll('/', '-')}.ts`;
      const page = `import 'codat-connect-elements/${entry}';
        document.addEventListener('codat-connected', ({ connection }) => connection.platformName.trim());
        document.body.attachShadow({ mode: 'open' }).addEventListener('codat-failed', ({ error }) => error.kind);`;
      assert.deepEqual(errorsIn([file], { [file]: page }), [], entry);
    }
  });
});
