import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { fixedText, literalsOf, nodesOf, sources, type Source } from './sources.js';

const isCalled = (name: string) => (node: ts.Node) =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name;

/** Files in which there is such a node. */
const withNode = (is: (node: ts.Node) => boolean): string[] =>
  sources
    .filter(({ tree }) => nodesOf(tree, (node): node is ts.Node => is(node)).length > 0)
    .map(({ path }) => path)
    .sort();

/** Whether a name is used as an identifier, not in a text or a comment. */
const withName = (...names: string[]): string[] =>
  withNode((node) => ts.isIdentifier(node) && names.includes(node.text));

describe('the network', () => {
  it('is reached by the global fetch in three files, each of which accepts another one', () => {
    const own = (node: ts.Node): boolean =>
      ts.isPropertyAccessExpression(node) &&
      node.name.text === 'fetch' &&
      ['globalThis', 'window', 'self'].includes(node.expression.getText());

    assert.deepEqual(withNode(own), ['cli/index.ts', 'gateway/parse-settings.ts', 'session/session.ts']);
  });

  it('is reached elsewhere only by a fetch that was passed in', () => {
    // The test kit runs in a host's tests.
    const callers = withNode(isCalled('fetch')).filter((path) => !path.startsWith('testing/'));
    assert.deepEqual(callers, [
      'api/event-stream.ts',
      'api/fetch-json.ts',
      'api/trailing-slash.ts',
      'gateway/codat/codat-client.ts',
      'gateway/platforms/asset-store.ts',
      'server/identity/identify-by-app.ts',
      'server/identity/identify-by-token.ts',
    ]);

    for (const { path, tree } of sources.filter(({ path }) => callers.includes(path))) {
      for (const call of nodesOf(tree, ts.isCallExpression).filter(isCalled('fetch')))
        assert.ok(isBound('fetch', call), `${path} calls the platform’s own fetch`);
    }
  });

  it('is reached in no other way', () => {
    assert.deepEqual(
      withName(
        'XMLHttpRequest',
        'WebSocket',
        'EventSource',
        'sendBeacon',
        'importScripts',
        'RTCPeerConnection',
      ),
      [],
    );
  });
});

/** Whether a name is declared around this node: a parameter, or a variable of an enclosing function. */
function isBound(name: string, node: ts.Node): boolean {
  const binds = (declaration: ts.Node): boolean =>
    (ts.isParameter(declaration) ||
      ts.isVariableDeclaration(declaration) ||
      ts.isBindingElement(declaration)) &&
    ts.isIdentifier(declaration.name) &&
    declaration.name.text === name;
  for (let around = node.parent; !ts.isSourceFile(around); around = around.parent) {
    if (ts.isFunctionLike(around) && nodesOf(around, (inner): inner is ts.Node => binds(inner)).length > 0)
      return true;
  }
  return false;
}

describe('untrusted text', () => {
  it('never becomes markup or code', () => {
    assert.deepEqual(
      withName(
        'innerHTML',
        'outerHTML',
        'insertAdjacentHTML',
        'setHTMLUnsafe',
        'parseFromString',
        'createContextualFragment',
        'unsafeHTML',
        'unsafeSVG',
        'unsafeCSS',
        'unsafeStatic',
        'Function',
        'execCommand',
      ),
      [],
    );
    // Redis has a command of this name, which runs there.
    assert.deepEqual(withName('eval'), ['gateway/redis/client.ts', 'gateway/redis/redis-store.ts']);
    assert.deepEqual(
      withNode(
        (node) =>
          ts.isPropertyAccessExpression(node) &&
          ['write', 'writeln'].includes(node.name.text) &&
          node.expression.getText() === 'document',
      ),
      [],
    );
  });

  it('never becomes a style: no `style` attribute, which a strict policy forbids', () => {
    const styled = sources.filter(({ tree }) => literalsOf(tree).some((text) => /\sstyle\s*=/.test(text)));

    assert.deepEqual(
      styled.map(({ path }) => path),
      [],
    );
  });
});

describe('every platform', () => {
  it('can run src: nothing is Node’s alone', () => {
    // The commands and the server are for a host's machine. One file looks whether Node's modules are there.
    const onlyIfThere = 'gateway/auth/node-built-ins.ts';
    const isForAll = (path: string) => !/^(?:cli|server)\//.test(path) && path !== onlyIfThere;
    for (const { path, tree } of sources.filter(({ path }) => isForAll(path)))
      assert.ok(!literalsOf(tree).some((text) => text.startsWith('node:')), path);
    assert.deepEqual(withName('process', 'require', '__dirname', '__filename'), [
      'cli/index.ts',
      onlyIfThere,
    ]);
    // `Buffer` is Node's, and no browser's.
    assert.deepEqual(withName('Buffer'), ['gateway/auth/base64url.ts', onlyIfThere]);
  });

  it('keeps what the elements hold in memory only', () => {
    // A tab keeps which connection it left for and the ticket of the way back, for ten minutes, behind one door.
    assert.deepEqual(withName('localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'), [
      'browser/tab-storage.ts',
    ]);
    // Nor do pages compare their clocks: they post ids to each other.
    assert.deepEqual(withName('timeOrigin'), []);
    assert.deepEqual(
      withNode((node) => ts.isPropertyAccessExpression(node) && node.getText() === 'document.cookie'),
      [],
    );
  });

  it('gets no logs of ours, except the host’s own server, developers and browsers that are too old', () => {
    assert.deepEqual(withName('console'), [
      'browser/can-define-elements.ts',
      'cli/index.ts',
      'development/watch-for-mistakes.ts',
      'gateway/telemetry/log.ts',
      'link/warn-of-ignored-props.ts',
    ]);
  });
});

describe('a pointer', () => {
  it('does nothing on pointerdown: until it is lifted, a person can still move away', () => {
    // What is pressed becomes focusable there, which Safari asks for before it moves focus.
    for (const { path, text } of sources.filter(({ path }) => path !== 'components/codat-element.ts'))
      assert.doesNotMatch(text, /(?:pointer|mouse|touch)(?:down|start)/i, path);
  });
});

describe('styles and their public custom properties', () => {
  // A flag of the command is no property of a page's.
  const publics = (text: string): string[] => text.match(/--codat-(?!url\b)[\w-]+/g) ?? [];
  // Warnings for developers name them too, and a colour of Codat's SDK sets one.
  const styled = sources.filter(
    ({ path, tree }) =>
      !/^(?:development|link)\//.test(path) && literalsOf(tree).some((text) => text.includes('--')),
  );
  const css = (source: Source): string => literalsOf(source.tree).join('\n');

  it('are sixteen at most', () => {
    const names = new Set(sources.flatMap(({ tree }) => literalsOf(tree).flatMap(publics)));

    assert.ok(names.size > 0 && names.size <= 16, [...names].join(' '));
  });

  it('are each read once, by the tokens or the accent', () => {
    const read = styled.flatMap(({ path, tree }) =>
      literalsOf(tree).flatMap((text) => publics(text).map((name) => ({ path, name }))),
    );

    assert.deepEqual([...new Set(read.map(({ path }) => path))].sort(), [
      'styles/deferred-base.ts',
      'styles/tokens.ts',
    ]);
    assert.equal(new Set(read.map(({ name }) => name)).size, read.length);
  });

  it('become private names, each of which is defined and used', () => {
    const all = styled.map(css).join('\n');
    const defined = new Set([...all.matchAll(/(--_[\w-]+)\s*:/g)].map(([, name]) => name));
    const used = new Set([...all.matchAll(/var\(\s*(--_[\w-]+)/g)].map(([, name]) => name));

    assert.ok(defined.size > 0);
    assert.deepEqual(
      [...defined].filter((name) => !used.has(name)),
      [],
      'defined and not used',
    );
    assert.deepEqual(
      [...used].filter((name) => !defined.has(name)),
      [],
      'used and not defined',
    );
  });

  it('animate opacity and transforms alone, for a fifth of a second at most unless the person is waiting', () => {
    const moving = styled.flatMap(({ path, tree }) =>
      literalsOf(tree)
        .flatMap((text) => [...text.matchAll(/transition:\s*([^;]+);/g)])
        .map(([, how]) => `${path}: ${how ?? ''}`),
    );

    for (const how of moving)
      assert.match(how, /: (?:none !important|(?:opacity|transform|translate) 1[2-9]0ms ease-out)$/);
  });

  it('flash nothing: animations change position and not brightness, and repeat no faster than once a second', () => {
    const all = sources.flatMap(({ tree }) => literalsOf(tree)).join('\n');
    const moving = [...all.matchAll(/\banimation(?:-\w+)*:[^;]+;/g)].map(([rule]) => rule);
    const frames = [...all.matchAll(/@keyframes [\w-]+ \{((?:[^{}]*\{[^{}]*\})*)/g)].map(([, to = '']) => to);

    assert.ok(moving.length > 0 && frames.length > 0);
    for (const rule of moving)
      assert.match(
        rule,
        /: (?:none !important|[\w-]+ (?:1\d\d|200)ms ease-out|[\w-]+ [1-9]\d{3}ms ease-in-out infinite alternate);$/,
      );
    for (const to of frames)
      for (const [, property] of to.matchAll(/([\w-]+):/g))
        assert.ok(['translate', 'stroke-dashoffset'].includes(property ?? ''), property);
    assert.deepEqual(withName('animate'), []);
  });

  it('use no z-index: dialogs and menus are in the browser’s top layer', () => {
    for (const { path, text } of sources) assert.doesNotMatch(text, /z-index|zIndex/, path);
  });

  it('stay off the page: no rule of ours reaches outside an element', () => {
    for (const { path, tree } of styled)
      for (const text of literalsOf(tree))
        assert.doesNotMatch(text, /(?:^|[\s,}])(?::root|html|body)\b[^{;]*\{/, path);
  });
});

describe('styles', () => {
  const styles = sources.flatMap(({ path, tree }) =>
    nodesOf(tree, ts.isTaggedTemplateExpression)
      .filter(({ tag }) => tag.getText() === 'css')
      .map(({ template }) => ({ path, css: template.getText() })),
  );

  it('use logical properties, without left and right, for pages that run the other way', () => {
    const sides =
      /(?:^|[\s;{])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-)?(?:left|right)(?:-\w+)*\s*:|\b(?:text-align|float|clear|object-position|background-position|transform-origin)\s*:[^;]*\b(?:left|right)\b/;

    assert.ok(styles.length > 8);
    for (const { path, css } of styles) assert.doesNotMatch(css, sides, path);
  });

  it('size with inline-size and block-size, not with width and height', () => {
    const sizes = /(?:^|[\s;{])(?:(?:min|max)-)?(?:width|height)\s*:/;
    for (const { path, css } of styles) assert.doesNotMatch(css, sizes, path);
  });

  it('query no screen orientation, and nor does anything else', () => {
    for (const { path, text } of sources) assert.doesNotMatch(text, /orientation/i, path);
  });
});

describe('templates', () => {
  const templates = sources
    .filter(({ path }) => path.startsWith('components/'))
    .flatMap(({ path, tree }) =>
      nodesOf(tree, ts.isTaggedTemplateExpression)
        .filter(({ tag }) => ['html', 'svg'].includes(tag.getText()))
        .map(({ template }) => ({ path, markup: fixedText(template).replace(/<!--.*?-->/gs, '') })),
    );

  it('hold no text of their own: every word is a message', () => {
    assert.ok(templates.length > 40);
    for (const { path, markup } of templates)
      assert.doesNotMatch(markup.replace(/<[^>]*>/g, ' '), /\p{L}/u, path);
  });

  it('take accessible names and descriptions from messages too', () => {
    const spokenAttributes =
      /\b(?:aria-label|aria-description|aria-roledescription|alt|title|placeholder)="[^"]*\p{L}/u;
    for (const { path, markup } of templates) assert.doesNotMatch(markup, spokenAttributes, path);
  });
});
