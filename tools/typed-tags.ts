import { readElements, type Declaration } from './manifest.js';

/**
 * The declarations that type the elements' tags in the templates of frameworks, from the custom elements manifest, by
 * their names in `dist/tags`. The manifest has the names; their types are those of the classes.
 */
export function createTagTypes(): ReadonlyMap<string, string> {
  return new Map([['index', tagsOf(readElements())], ...Object.entries(frameworks)]);
}

function tagsOf(elements: readonly Declaration[]): string {
  const eventTypes = new Set(
    elements.flatMap(({ events = [] }) => events.map(({ type }) => type?.text ?? '')),
  );
  const names = [...elements.map(({ name }) => name), ...eventTypes].sort();
  return `import type { ${names.join(', ')} } from '../elements.js';

/** The elements by their tags: what a template may set on them, and what they dispatch. */
export interface Tags {
${elements.map(tagOf).join('\n')}
}

export type Tag = keyof Tags;
export type ElementOf<Name extends Tag> = Tags[Name]['element'];
export type EventsOf<Name extends Tag> = Tags[Name]['events'];

/** The words of a list in an attribute, with spaces or commas between them. The first two are checked. */
export type Words<Word extends string> =
  | Word
  | \`\${Word}\${' ' | ', '}\${Word}\`
  | \`\${Word}\${' ' | ', '}\${Word}\${' ' | ', '}\${string}\`;

type AttributeOf<Value> = Value extends readonly (infer Word extends string)[]
  ? Value | (string extends Word ? string : Words<Word>)
  : Value extends number
    ? Value | \`\${Value}\`
    : Value;

type Properties<Name extends Tag> = {
  [Each in Tags[Name]['properties'] & keyof ElementOf<Name>]?: ElementOf<Name>[Each] | undefined;
};

type Attributes<Name extends Tag> = {
  [Each in keyof Tags[Name]['attributes']]?: AttributeOf<ElementOf<Name>[Tags[Name]['attributes'][Each] & keyof ElementOf<Name>]> | undefined;
};

/** What a template sets: properties, and attributes whose names differ from their property's. Undefined is the same as none, as in the frameworks' own types. */
export type Settings<Name extends Tag> = Properties<Name> & Attributes<Name>;

/** The tag that a prefixed one was made of. */
export type Unprefixed<Name, Prefix extends string> = Name extends \`\${Prefix}-\${infer Rest extends Tag}\` ? Rest : never;
`;
}

function tagOf({ name, tagName, description, attributes, members, events = [] }: Declaration): string {
  const fields = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
  const named = attributes.filter(({ name, fieldName }) => fieldName && fieldName !== name);
  return `  /** ${description.replaceAll('\n', ' ')} */
  '${tagName}': {
    element: ${name};
    properties: ${fields.map(({ name }) => `'${name}'`).join(' | ')};
    attributes: { ${named.map(({ name, fieldName = '' }) => `'${name}': '${fieldName}'`).join('; ')} };
    events: { ${events.map(({ name, type }) => `'${name}': ${type?.text ?? 'Event'}`).join('; ')} };
  };`;
}

/** Types the tags, and those with a prefix, in one framework's way. */
function framework(imports: string, module: string, augmentation: string, attributes: string): string {
  return `import type { ElementOf, EventsOf, Settings, Tag, Tags, Unprefixed } from './index.js';
${imports}

${attributes}

/** The tags that \`define(prefix)\` registers, to extend the same interface with. */
export type PrefixedElements<Prefix extends string> = {
  [Name in \`\${Prefix}-\${Tag}\`]: TypedTag<Unprefixed<Name, Prefix>>;
};

type TypedTags = { [Name in Tag]: TypedTag<Name> };

declare module '${module}' {
${augmentation}
}
`;
}

/** The handlers of a tag's events, as properties that begin with `on`. */
const handlers = (prefix: string): string => `type Handlers<Name extends Tag> = {
  [Each in keyof EventsOf<Name> & string as \`${prefix}\${Each}\`]?: ((event: EventsOf<Name>[Each] & { currentTarget: ElementOf<Name> }) => void) | undefined;
};`;

const jsx = '  namespace JSX {\n    interface IntrinsicElements extends TypedTags {}\n  }';

const frameworks: Readonly<Record<string, string>> = {
  react: framework(
    "import type { DetailedHTMLProps, HTMLAttributes } from 'react';",
    'react',
    jsx,
    `${handlers('on')}

type Common<Name extends Tag> = DetailedHTMLProps<HTMLAttributes<ElementOf<Name>>, ElementOf<Name>>;

/** The props of a tag. React calls \`oncodat-connected\` for the event \`codat-connected\`. */
export type TypedTag<Name extends Tag> = Omit<Common<Name>, keyof Settings<Name>> &
  Settings<Name> &
  Handlers<Name> & { class?: string | undefined };`,
  ),
  preact: framework(
    "import type { ClassAttributes, HTMLAttributes } from 'preact';",
    'preact',
    jsx,
    `${handlers('on')}

type Common<Name extends Tag> = HTMLAttributes<ElementOf<Name>> & ClassAttributes<ElementOf<Name>>;

/** The props of a tag. Preact calls \`oncodat-connected\` for the event \`codat-connected\`. */
export type TypedTag<Name extends Tag> = Omit<Common<Name>, keyof Settings<Name>> & Settings<Name> & Handlers<Name>;`,
  ),
  solid: framework(
    "import type { JSX as Solid } from 'solid-js';",
    'solid-js',
    jsx,
    `${handlers('on:')}

type Explicit<Name extends Tag> = {
  [Each in keyof Settings<Name> & string as \`prop:\${Each}\` | \`attr:\${Each}\`]?: Settings<Name>[Each];
};

/** The props of a tag. Solid listens to the event \`codat-connected\` by \`on:codat-connected\`. */
export type TypedTag<Name extends Tag> = Omit<Solid.HTMLAttributes<ElementOf<Name>>, keyof Settings<Name>> &
  Settings<Name> &
  Explicit<Name> &
  Handlers<Name>;`,
  ),
  vue: framework(
    "import type { HTMLAttributes as VueAttributes, VNodeProps } from 'vue';",
    'vue',
    `  interface GlobalComponents extends TypedTags {}
  // For what stands in a slot of an element.
  interface HTMLAttributes {
    slot?: string | undefined;
  }`,
    `/** \`onCodatConnected\` for \`codat-connected\`, as Vue's compiler names the listeners. */
type Camel<Name extends string> = Name extends \`\${infer First}-\${infer Rest}\`
  ? \`\${First}\${Camel<Capitalize<Rest>>}\`
  : Name;

type Listeners<Name extends Tag> = {
  [Each in keyof EventsOf<Name> & string as \`on\${Capitalize<Camel<Each>>}\`]?: ((event: EventsOf<Name>[Each]) => void) | undefined;
};

/** Vue's types name attributes like properties, so that these may have the values of either. */
type Attributes<Name extends Tag> = {
  [Each in keyof Tags[Name]['attributes'] as Tags[Name]['attributes'][Each] & string]?: Settings<Name>[Each & keyof Settings<Name>];
};

/** A tag as a component, with Vue's own \`ref\` and \`key\`, and with \`data-…\`, which Vue's compiler names \`data…\`. Vue listens to the event \`codat-connected\` by \`@codat-connected\`. */
export type TypedTag<Name extends Tag> = new () => ElementOf<Name> & {
  $props: Omit<VueAttributes, keyof Settings<Name>> &
    Omit<Settings<Name>, keyof Attributes<Name>> &
    Attributes<Name> &
    Listeners<Name> &
    VNodeProps & { [Each in \`data\${Capitalize<string>}\`]?: unknown };
};`,
  ),
  svelte: framework(
    "import type { HTMLAttributes } from 'svelte/elements';",
    'svelte/elements',
    '  interface SvelteHTMLElements extends TypedTags {}',
    `${handlers('on')}

/** The attributes of a tag. Svelte calls \`oncodat-connected\` for the event \`codat-connected\`. */
export type TypedTag<Name extends Tag> = Omit<HTMLAttributes<ElementOf<Name>>, keyof Settings<Name>> &
  Settings<Name> &
  Handlers<Name>;`,
  ),
};
