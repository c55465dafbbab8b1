import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { usageOf } from '../stories/usage.js';
import { readElements, type Declaration, type Documented } from './manifest.js';

/**
 * Writes a page of documentation for each element, from the custom elements manifest that `npm run build:manifest`
 * makes of its JSDoc, and the list of them in `README.md`. Returns the pages by their paths under `docs`.
 */
export async function createElementPages(): Promise<ReadonlyMap<string, string>> {
  const manifest = new URL('../dist/custom-elements.json', import.meta.url);
  const options = { ...(await resolveConfig(manifest)), parser: 'markdown' };
  const elements = readElements();
  const pages = elements.map(async (element) => {
    return [`elements/${element.tagName}.md`, await format(pageOf(element), options)] as const;
  });
  return new Map([['README.md', listOf(elements)], ...(await Promise.all(pages))]);
}

const listStart = '<!-- `npm run docs` writes this list from the JSDoc of the elements. -->\n\n';

/** The page that lists all pages, with the elements as they are now. */
function listOf(elements: readonly Declaration[]): string {
  const page = readFileSync(new URL('../docs/README.md', import.meta.url), 'utf8');
  const [before = '', after = ''] = page.split(listStart);
  const lines = elements.map(({ tagName, description }) => {
    const [purpose = ''] = description.split(/[.:](?:\s|$)/);
    return `- [\`<${tagName}>\`](elements/${tagName}.md): ${purpose}\n`;
  });
  return `${before}${listStart}${lines.join('')}${after.slice(after.indexOf('\n## '))}`;
}

function pageOf(element: Declaration): string {
  const reflected = new Set(element.attributes.map(({ fieldName }) => fieldName));
  const properties = element.members.filter(({ kind, name }) => kind === 'field' && !reflected.has(name));
  return [
    `# \`<${element.tagName}>\``,
    element.description,
    '<!-- `npm run docs` writes this page from the JSDoc of the element. -->',
    usageOf(element.tagName).replace(/^### /gm, '## '),
    section('Attributes', element.attributes, ({ fieldName, ...attribute }) =>
      entry(attribute, fieldName && fieldName !== attribute.name ? [`property \`${fieldName}\``] : []),
    ),
    section('Properties without an attribute', properties, (property) =>
      entry(property, property.readonly ? ['read-only'] : []),
    ),
    section('Events', element.events, (event) => entry(event)),
    section('Slots', element.slots, (slot) => entry(slot)),
    section('Parts, for `::part()`', element.cssParts, (part) => entry(part)),
    section('States, for `:state()`', element.cssStates, (state) => entry(state)),
    section('Custom properties', element.cssProperties, (property) => entry(property)),
  ].join('\n\n');
}

function section<Item>(
  title: string,
  items: readonly Item[] | undefined,
  line: (item: Item) => string,
): string {
  return items?.length ? `## ${title}\n\n${items.map(line).join('\n')}` : '';
}

/** A list rather than a table, which would be wider than a screen. */
function entry({ name, type, default: initial, description }: Documented, notes: string[] = []): string {
  const facts = [...notes];
  if (type) facts.push(`\`${type.text}\``);
  if (initial !== undefined) facts.push(`default \`${initial}\``);
  const described = description?.replaceAll('\n', ' ') ?? '';
  return `- **\`${name}\`**${facts.length > 0 ? ` (${facts.join(', ')})` : ''}${described && `: ${described}`}`;
}
