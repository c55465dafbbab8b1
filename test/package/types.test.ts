import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { errorsIn } from './errors-in.js';

const folder = fileURLToPath(new URL('types/', import.meta.url));

describe('the types of the test kit', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const unitTest =
    "import { renderElement, PickerPage } from './testing/index.js'; export { renderElement, PickerPage };";

  it('are right where Playwright is installed, and need none of it in a project with unit tests alone', () => {
    const kit = `${root}dist/testing/index.d.ts`;
    const locator = `${root}dist/locator.ts`;
    const page = `import { PickerPage, SimulatorControl } from './testing/index.js';
      void new SimulatorControl().scenario('sign-in-failed', { status: 403 });
      export const heading = async (picker: PickerPage): Promise<number> => picker.heading.count();
      export const wrong = async (picker: PickerPage): Promise<string> => picker.heading.count();`;
    assert.deepEqual(
      errorsIn([kit, locator], { [locator]: page }, { skipLibCheck: false }).map(
        (error) => error.split(': ')[1],
      ),
      ["Type 'number' is not assignable to type 'string'."],
    );

    const elsewhere = mkdtempSync(join(tmpdir(), 'no-playwright-'));
    for (const part of ['testing/index.d.ts', 'types'])
      cpSync(`${root}dist/${part}`, join(elsewhere, part), { recursive: true });
    const files = [join(elsewhere, 'testing/index.d.ts'), join(elsewhere, 'unit.ts')];
    const errors = errorsIn(files, { [join(elsewhere, 'unit.ts')]: unitTest }, { skipLibCheck: false });
    rmSync(elsewhere, { recursive: true });
    assert.deepEqual(errors, []);
  });
});

describe('the types of the tags', () => {
  it('accept what a host writes and refuse its mistakes, in plain TypeScript, React, Preact and Solid', () => {
    const files = readdirSync(folder).filter((name) => /\.tsx?$/.test(name));
    assert.deepEqual(files.sort(), ['page.ts', 'preact.tsx', 'react.tsx', 'settings.ts', 'solid.tsx']);
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
