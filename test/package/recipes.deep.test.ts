import assert from 'node:assert/strict';
import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** The files that CONTRIBUTING lists under a heading, with what `<…>` stands for filled in. */
function listed(recipe: string, names: Readonly<Record<string, string>> = {}): string[] {
  const [, section = ''] = guide.split(`\n### ${recipe}\n`);
  const [own = ''] = section.split('\n### ');
  return own
    .split('\n')
    .filter((line) => line.startsWith('- `'))
    .map((line) => line.split('`')[1] ?? '')
    .map((path) =>
      Object.entries(names).reduce((text, [name, value]) => text.replaceAll(`<${name}>`, value), path),
    )
    .sort();
}

describe('the recipes of CONTRIBUTING, followed on a copy of the tree', () => {
  let copy: string;
  let known: ReadonlyMap<string, string>;

  before(() => {
    copy = mkdtempSync(join(tmpdir(), 'connect-elements-recipes-'));
    for (const path of filesOf(root))
      if (existsSync(join(root, path))) cpSync(join(root, path), join(copy, path));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
    execFileSync('git', ['init', '--quiet'], { cwd: copy });
    known = snapshot();
  });

  after(() => rmSync(copy, { recursive: true }));

  /** Every file of the copy with its text. */
  const snapshot = () => new Map(filesOf(copy).map((path) => [path, readFileSync(join(copy, path), 'utf8')]));

  /** The files that changed since the last call, tests left out. */
  const changed = (): string[] => {
    const now = snapshot();
    const paths = [...now.keys()].filter((path) => now.get(path) !== known.get(path));
    known = now;
    return paths.filter((path) => !path.startsWith('test/')).sort();
  };

  const write = (path: string, text: string): void => writeFileSync(join(copy, path), text);

  /** Puts text after some that is there. */
  const insert = (path: string, anchor: string, text: string): void => {
    const before = readFileSync(join(copy, path), 'utf8');
    assert.ok(before.includes(anchor), `${path} has no ${anchor}`);
    write(
      path,
      before.replace(anchor, () => anchor + text),
    );
  };

  const run = (command: string, ...args: string[]): SpawnSyncReturns<string> =>
    spawnSync(command, args, { cwd: copy, encoding: 'utf8' });
  const node = (...args: string[]) => run('node', '--import', 'tsx', ...args);

  /** What a module in the copy writes. */
  const printed = (module: string): string => {
    write('try.ts', module);
    const { stdout, stderr } = node('try.ts');
    rmSync(join(copy, 'try.ts'));
    assert.equal(stderr, '');
    return stdout.trim();
  };

  it('make an element in nine files, which its entry registers', () => {
    const { status, stderr } = node('tools/new/new.ts', 'element', 'ledger-note');
    assert.equal(status, 0, stderr);

    const files = listed('An element', { tag: 'ledger-note' });
    assert.deepEqual(changed(), files);
    assert.ok(files.length <= 9);
    assert.equal(
      printed(`
        import { define, LedgerNote } from './src/elements.js';
        import './src/define/ledger-note.js';
        define('larkspur');
        console.log(customElements.get('ledger-note') === LedgerNote, customElements.get('larkspur-ledger-note') !== undefined);
      `),
      'true true',
    );
  });

  it('refuse an element whose tag has no hyphen or is taken, and a kind there is not', () => {
    for (const [args, message] of [
      [['element', 'ledger'], /“ledger” is no tag: .*hyphen/],
      [['element', 'platform-picker'], /There is a <platform-picker> already/],
      [['gadget', 'ledger-card'], /There is no kind “gadget”/],
    ] as const) {
      const { status, stderr } = node('tools/new/new.ts', ...args);
      assert.equal(status, 1);
      assert.match(stderr, message);
    }
    assert.deepEqual(changed(), []);
  });

  it('add a locale in three files, whose words elements and pages say', () => {
    write(
      'src/i18n/locales/sv.ts',
      `import type { PartialMessages } from '../messages.js';

/** Swedish. */
export const sv = { common: { loading: 'Laddar' } } satisfies PartialMessages;
`,
    );
    insert(
      'src/i18n/locales.ts',
      "import('./locales/fr.js').then(({ fr }) => fr)),\n",
      "  sv: lazy(() => import('./locales/sv.js').then(({ sv }) => sv)),\n",
    );
    const table = 'src/gateway/http/pages/translations.ts';
    const text = readFileSync(join(copy, table), 'utf8');
    const spanish = text.slice(
      text.indexOf('  es: {\n'),
      text.indexOf('};\n\n/**', text.indexOf('  es: {\n')),
    );
    insert(
      table,
      spanish,
      spanish.replace('es:', 'sv:').replace("goBack: { text: '", "goBack: { text: 'Sv: "),
    );

    const files = listed('A locale', { language: 'sv' });
    assert.deepEqual(changed(), files);
    assert.ok(files.length <= 3);
    assert.equal(
      printed(`
        import { mergePageTranslations } from './src/gateway/http/pages/page-localizations.js';
        import { common } from './src/i18n/locales/en/common.js';
        import { localizeMessages } from './src/i18n/localize-messages.js';
        import { loadAndApplyTranslation } from './src/i18n/translations.js';
        await loadAndApplyTranslation('sv');
        console.log(localizeMessages({ common }, 'sv').common.loading, mergePageTranslations({}).get('sv')?.words.goBack.text.slice(0, 3));
      `),
      'Laddar Sv:',
    );
  });

  it('add a platform note in one file, which the picker knows of', () => {
    insert(
      'src/platforms/notes.ts',
      'new Map<string, PlatformNote>([\n',
      `  [
    'gbol', // Xero
    { device: 'any', needs: ['administrator'], password: 'platform', sources: [devices] },
  ],
`,
    );

    const files = listed('A platform note');
    assert.deepEqual(changed(), files);
    assert.ok(files.length <= 1);
    assert.equal(
      printed(`
        import { noteByPlatformKey } from './src/platforms/notes.js';
        import { platformKeysWithSignInNotes } from './src/platforms/platform-keys-with-sign-in-notes.js';
        console.log(noteByPlatformKey.get('gbol')?.needs[0], platformKeysWithSignInNotes.has('gbol'));
      `),
      'administrator true',
    );
  });

  it('add a route in three files, which answers', () => {
    write(
      'src/gateway/http/routes/echo.ts',
      `import { jsonResponse } from '../../responses.js';
import type { HandlersByPathAndMethod } from '../request-context.js';

/** \`GET /echo/{text}\`: the text. */
export function createEchoHandlers(): HandlersByPathAndMethod {
  return { '/echo/:text': { GET: (c) => jsonResponse(c.req.param('text')) } };
}
`,
    );
    insert(
      'src/gateway/operations/operations-by-path.ts',
      'export const operationsByPath = defineOperations({\n',
      "  '/echo/:text': { GET: { says: 'The text.', by: 'anyone', answers: { 200: describeEmptyAnswer('It.') } } },\n",
    );
    const assembly = 'src/gateway/create-gateway.ts';
    insert(
      assembly,
      "import { createConsentHandlers } from './http/routes/consents.js';\n",
      "import { createEchoHandlers } from './http/routes/echo.js';\n",
    );
    insert(assembly, '...createHealthHandlers(catalogue, settings),\n', '    ...createEchoHandlers(),\n');

    const files = listed('A route of the gateway', { name: 'echo' });
    assert.deepEqual(changed(), files);
    assert.ok(files.length <= 3);
    assert.equal(
      printed(`
        import { setUp, baseUrl } from './test/gateway/set-up.js';
        const { gateway } = await setUp();
        console.log(await (await gateway.fetch(new Request(\`\${baseUrl}/echo/hello\`))).text());
      `),
      '"hello"',
    );
  });

  it('add an event in three files, which is typed and a prop in React', () => {
    const events = 'src/events/sync.ts';
    insert(
      events,
      `import { notificationEventInit } from './event-init.js';\n`,
      `
/** A connection's sync was paused. */
export class PausedEvent extends Event {
  constructor() {
    super('codat-paused', notificationEventInit);
  }
}
`,
    );
    insert(events, "    'codat-synced': SyncedEvent;\n", "    'codat-paused': PausedEvent;\n");
    const element = 'src/components/ledger-note/ledger-note.ts';
    insert(
      element,
      "import { LocalizeController } from '../../controllers/localize.js';\n",
      "import { PausedEvent } from '../../events/sync.js';\n",
    );
    insert(element, ' * @tag ledger-note\n', ' * @fires {PausedEvent} codat-paused\n');
    insert(
      element,
      '  protected override render(): TemplateResult {\n',
      '    this.dispatchEvent(new PausedEvent());\n',
    );
    insert('src/react/index.ts', "registerAndWrap('ledger-note', elements.LedgerNote", ", 'paused'");

    const files = listed('An event', { subject: 'sync', tag: 'ledger-note' });
    assert.deepEqual(changed(), files);
    assert.ok(files.length <= 3);
    assert.equal(
      printed(`
        import { createElement } from 'react';
        import { renderToString } from 'react-dom/server';
        import { PausedEvent } from './src/elements.js';
        import { LedgerNote } from './src/react/index.js';
        const heard = (event: HTMLElementEventMap['codat-paused']): boolean => event instanceof PausedEvent;
        console.log(heard(new PausedEvent()), renderToString(createElement(LedgerNote, { onPaused: heard })));
      `),
      'true <ledger-note defer-hydration=""></ledger-note>',
    );
  });

  it('leave a tree whose types, style and layers are as they should be', () => {
    const tests = ['imports', 'rules', 'contributing'].map((name) => `test/architecture/${name}.test.ts`);
    for (const [command, ...args] of [
      ['oxlint', '--type-aware', '--type-check', '--deny-warnings'],
      ['eslint', '--max-warnings=0', 'src', 'stories', 'test/components/ledger-note'],
      ['prettier', '--check', '--log-level=warn', '.'],
    ] as const) {
      const { status, stdout, stderr } = run(join('node_modules/.bin', command), ...args);
      assert.equal(status, 0, `${command}: ${stdout}${stderr}`);
    }
    const { status, stdout } = node('--test', ...tests);
    assert.equal(status, 0, stdout);
  });
});

/** What git keeps or would keep. */
function filesOf(folder: string): string[] {
  return execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: folder,
    encoding: 'utf8',
  })
    .split('\0')
    .filter(Boolean);
}
