/** How each element stands on a host's page: what it is given, and what the host most likely wants to hear. */
const examples = {
  'platform-picker': {
    attributes: 'token-endpoint="/codat/token" lender="Larkspur" source-types="Accounting"',
    event: 'codat-connected',
  },
  'connection-list': {
    attributes: 'token-endpoint="/codat/token" lender="Larkspur"',
    event: 'codat-disconnected',
  },
  'sync-progress': { attributes: 'token-endpoint="/codat/token"', event: 'codat-data-arrived' },
  'connection-result': {
    attributes: 'token-endpoint="/codat/token" lender="Larkspur" continue-to="/apply"',
    event: 'codat-returned',
  },
  'powered-by-codat': { attributes: 'href="https://www.codat.io"', event: undefined },
} as const;

/** How to use an element from HTML, React and Vue, in Markdown. */
export function usageOf(tag: keyof typeof examples): string {
  const { attributes, event } = examples[tag];
  const heard = event?.replace(/^codat-/, '').replace(/-./g, (part) => part.charAt(1).toUpperCase());
  return `
### In HTML

\`\`\`html
<script type="module" src="/vendor/connect-elements/connect-elements.js"></script>
<${tag} ${attributes}></${tag}>
${event ? `\n<script type="module">\n  document.querySelector('${tag}').addEventListener('${event}', (event) => console.log(event));\n</script>\n` : ''}\`\`\`

### In React 19

\`\`\`jsx
import 'codat-connect-elements/${tag}';

export const Connect = (${heard ? `{ ${heard} }` : ''}) => <${tag} ${attributes}${event ? ` on${event}={${heard}}` : ''} />;
\`\`\`

### In Vue 3

\`\`\`vue
<script setup>
import 'codat-connect-elements/${tag}';
</script>

<template>
  <${tag} ${attributes}${event ? ` @${event}="${heard}"` : ''} />
</template>
\`\`\`

Vue is told which tags are not its own by \`compilerOptions.isCustomElement: (tag) => tag === '${tag}'\`.
`;
}

/** Whether there is an example for it. */
export const hasUsage = (tag: string): tag is keyof typeof examples => tag in examples;
