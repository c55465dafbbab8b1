type Value = string | readonly string[];

/** How an element stands on a host's page: what it is given, and what the host most likely wants to hear. */
interface Example {
  readonly given: Readonly<Record<string, Value>>;
  readonly event?: string;
}

/** Any other element is given the endpoint alone. */
const examples: Readonly<Record<string, Example>> = {
  'platform-picker': {
    given: { 'token-endpoint': '/codat/token', lender: 'Larkspur', 'source-types': ['Accounting'] },
    event: 'codat-connected',
  },
  'connection-list': {
    given: { 'token-endpoint': '/codat/token', lender: 'Larkspur' },
    event: 'codat-disconnected',
  },
  'sync-progress': { given: { 'token-endpoint': '/codat/token' }, event: 'codat-data-arrived' },
  'connection-result': {
    given: { 'token-endpoint': '/codat/token', lender: 'Larkspur', 'continue-to': '/apply' },
    event: 'codat-returned',
  },
  'powered-by-codat': { given: { href: 'https://www.codat.io' } },
};

/** How to use an element from HTML, React and Vue, in Markdown. */
export function usageOf(tag: string): string {
  const { given, event } = examples[tag] ?? { given: { 'token-endpoint': '/codat/token' } };
  const attributes = Object.entries(given).map(([name, value]) => `${name}="${[value].flat().join(',')}"`);
  const props = Object.entries(given).map(([name, value]) => `${camel(name)}=${inJsx(value)}`);
  const component = camel(`-${tag}`);
  const heard = event && camel(event.replace('codat-', ''));
  return `
### In HTML

\`\`\`html
<script type="module" src="/vendor/connect-elements/connect-elements.js"></script>
<${tag} ${attributes.join(' ')}></${tag}>
${event ? `\n<script type="module">\n  document.querySelector('${tag}').addEventListener('${event}', (event) => console.log(event));\n</script>\n` : ''}\`\`\`

### In React

\`\`\`jsx
import { ${component} } from 'codat-connect-elements/react';

export const Connect = (${heard ? `{ ${heard} }` : ''}) => <${component} ${props.join(' ')}${heard ? ` ${camel(`on-${heard}`)}={${heard}}` : ''} />;
\`\`\`

### In Vue

\`\`\`vue
<script setup>
import 'codat-connect-elements/${tag}';
${heard ? `\nconst emit = defineEmits(['${heard}']);\n` : ''}</script>

<template>
  <${tag} ${attributes.join(' ')}${heard ? ` @${event}="emit('${heard}', $event)"` : ''} />
</template>
\`\`\`

Vue is told which tags are not its own by \`compilerOptions.isCustomElement: (tag) => tag === '${tag}'\`.
`;
}

/** A name as JavaScript writes it: `tokenEndpoint` for `token-endpoint`. */
const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const inJsx = (value: Value): string =>
  typeof value === 'string' ? `"${value}"` : `{[${value.map((one) => `'${one}'`).join(', ')}]}`;
