import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** What editors, Storybook and other tools read about the elements. It is made from their JSDoc, and holds what is public alone. */
export default {
  globs: ['src/components/*.ts', 'src/components/*/*.ts', 'src/events/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [{ name: 'public-surface', packageLinkPhase }],
};

function packageLinkPhase({ customElementsManifest: manifest }) {
  const declarations = manifest.modules.flatMap(({ declarations }) => declarations);
  const describe = (event) => ({
    ...event,
    description:
      event.description ?? declarations.find(({ name }) => name === event.type.text)?.description ?? '',
  });

  const properties = ['src/styles/tokens.ts', 'src/styles/deferred-base.ts'].flatMap(cssPropertiesIn);

  manifest.modules = manifest.modules
    .filter(({ declarations }) => declarations.some(({ tagName }) => tagName))
    .sort((one, other) => one.path.localeCompare(other.path));
  for (const module of manifest.modules) {
    const read = privateNamesRead(module.path);
    const cssProperties = properties
      .filter(({ privateName }) => read.has(privateName))
      .map(({ property }) => property);
    module.path = module.path.replace(/^src/, 'dist').replace(/ts$/, 'js');
    for (const element of module.declarations) {
      element.events = (element.events ?? []).filter(({ name }) => name?.startsWith('codat-')).map(describe);
      if (element.tagName) element.cssProperties = cssProperties;
      element.cssParts = (element.cssParts ?? []).flatMap(apart);
      const fields = (element.members ?? []).filter(isPublic);
      element.members = fields;
      element.attributes = (element.attributes ?? [])
        .filter(({ name, fieldName }) => name === 'lang' || fields.some((field) => field.name === fieldName))
        .map((attribute) => (attribute.name === 'lang' ? { ...attribute, ...lang } : withWords(attribute)));
    }
  }
}

/** HTML's own attribute, which no property of the elements documents. */
const lang = {
  type: { text: 'string' },
  description:
    'The language of the messages, as a BCP 47 tag. Default: that of the nearest ancestor with a `lang`.',
};

/** Where the words are declared that attributes take. */
const words = new Map(
  [
    'src/api/schemas/source-type.ts',
    'src/components/platform-picker/accept-attribute.ts',
    'src/controllers/journey/controller.ts',
  ].flatMap(wordsIn),
);

/** An attribute of words, with the words that editors complete. */
function withWords(attribute) {
  const [, type] = attribute.type?.text.match(/^(?:readonly )?(\w+)(?:\[\])?$/) ?? [];
  const known = words.get(type) ?? (type === 'string' && 'string');
  return known ? { ...attribute, parsedType: { text: known } } : attribute;
}

/** The types in a file that are the words of a list, each with the union that it stands for. */
function wordsIn(path) {
  const text = readFileSync(path, 'utf8');
  const lists = new Map(
    [...text.matchAll(/export const (\w+) = \[([^\]]+)\] as const;/g)].map(([, name, list]) => [
      name,
      list
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean),
    ]),
  );
  return [...text.matchAll(/export type (\w+) = \(typeof (\w+)\)\[number\]/g)].flatMap(([, type, list]) =>
    lists.has(list) ? [[type, lists.get(list).join(' | ')]] : [],
  );
}

/** A field or method of the element's own that a host may use: what is documented, and neither private nor the browser's. */
const isPublic = ({ privacy, static: isStatic, description, name }) =>
  (privacy ?? 'public') === 'public' && !isStatic && Boolean(description) && !name.endsWith('Callback');

/** Parts that need no words of their own stand in one line, with dots between. */
function apart({ name, description = '' }) {
  if (!description.startsWith('·')) return [{ name, description }];
  return [name, ...description.split('·').slice(1)].map((part) => ({ name: part.trim() }));
}

/** The public custom properties that are read in a file, in the words of its JSDoc, each with the private name it becomes. */
function cssPropertiesIn(path) {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/(--_[\w-]+): var\((--codat-[\w-]+)(?:, (.+))?\);/g)].map(
    ([, privateName, name, otherwise]) => ({
      privateName,
      property: {
        name,
        description: text.match(`@cssprop ${name} - (.+)`)?.[1] ?? '',
        // A private name says nothing to a host.
        ...(otherwise && !otherwise.includes('--_') && { default: otherwise }),
      },
    }),
  );
}

/** The private names that styles read in a file and in all it imports, at once or on demand. */
function privateNamesRead(path, seen = new Set()) {
  if (seen.has(path)) return new Set();
  seen.add(path);
  const text = readFileSync(path, 'utf8');
  const names = [...text.matchAll(/var\((--_[\w-]+)/g)].map(([, name]) => name);
  const imports = [...text.matchAll(/(?:from |import\()'(\.[^']+)\.js'/g)].map(([, target]) =>
    posix.join(posix.dirname(path), `${target}.ts`),
  );
  return new Set([...names, ...imports.flatMap((target) => [...privateNamesRead(target, seen)])]);
}
