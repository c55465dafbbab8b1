import { readFileSync } from 'node:fs';

const recipes = new URL('../docs/recipes/', import.meta.url);

/** A page of documentation with each recipe it names as that recipe now is. */
export function withRecipes(page: string): string {
  return page.replace(
    /<!-- recipe: ([\w.-]+) -->\n(?:\n```ts\n.*?\n```\n)?/gs,
    (_, name: string) =>
      `<!-- recipe: ${name} -->\n\n\`\`\`ts\n${readFileSync(new URL(name, recipes), 'utf8').trim()}\n\`\`\`\n`,
  );
}
