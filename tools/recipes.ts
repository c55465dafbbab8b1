import { readFileSync } from 'node:fs';

const recipes = new URL('../docs/recipes/', import.meta.url);

/** A page of documentation with each recipe it names as that recipe now is. */
export function withRecipes(page: string): string {
  return page.replace(/<!-- recipe: ([\w./-]+) -->\n(?:\n```\w+\n.*?\n```\n)?/gs, (_, name: string) => {
    const language = name.endsWith('.py') ? 'python' : 'ts';
    const text = readFileSync(new URL(name, recipes), 'utf8').trim();
    return `<!-- recipe: ${name} -->\n\n\`\`\`${language}\n${text}\n\`\`\`\n`;
  });
}
