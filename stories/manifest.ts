/// <reference types="vite/client" />
import text from '../dist/custom-elements.json?raw';

/** A row of an element's reference. */
interface Row {
  readonly name: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly description?: string;
}

/** What the manifest says of an element. */
export interface Described {
  readonly tagName: string;
  readonly description: string;
  readonly attributes: readonly (Row & { readonly fieldName?: string })[];
  readonly members: readonly (Row & { readonly kind: string })[];
  readonly events: readonly Row[];
  readonly slots?: readonly Row[];
  readonly cssProperties: readonly Row[];
  readonly cssParts: readonly Row[];
  readonly cssStates?: readonly Row[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly (Partial<Described> & object)[] }[];
}

/** The custom elements manifest, which `npm run build:manifest` makes from the elements' JSDoc. */
export const manifest = JSON.parse(text) as Manifest;

export const elements = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .filter((each): each is Described => each.tagName !== undefined);

export function describedElement(tag: string): Described | undefined {
  return elements.find(({ tagName }) => tagName === tag);
}

/** Everything an element has, attributes first; what it has not is left out. */
export function tablesOf(
  element: Described,
): readonly { readonly title: string; readonly rows: readonly Row[] }[] {
  const reflected = new Set(element.attributes.map(({ fieldName }) => fieldName));
  return [
    { title: 'Attributes', rows: element.attributes },
    {
      title: 'Properties without an attribute',
      rows: element.members.filter(({ kind, name }) => kind === 'field' && !reflected.has(name)),
    },
    { title: 'Events', rows: element.events },
    { title: 'Slots', rows: element.slots ?? [] },
    { title: 'Custom properties', rows: element.cssProperties },
    { title: 'Parts, for ::part()', rows: element.cssParts },
    { title: 'States, for :state()', rows: element.cssStates ?? [] },
  ].filter(({ rows }) => rows.length > 0);
}

/** Every event with what it says and the elements it comes from, as a table in Markdown. */
export function eventsTable(): string {
  const names = [...new Set(elements.flatMap(({ events }) => events.map(({ name }) => name)))].sort();
  const rows = names.map((name) => {
    const from = elements.filter(({ events }) => events.some((event) => event.name === name));
    const says = from[0]?.events.find((event) => event.name === name)?.description ?? '';
    const tags = from.map(({ tagName }) => `\`<${tagName}>\``).join(', ');
    return `| \`${name}\` | ${says.replaceAll('\n', ' ').replaceAll('|', '\\|')} | ${tags} |`;
  });
  return ['| Event | When | From |', '| --- | --- | --- |', ...rows].join('\n');
}
