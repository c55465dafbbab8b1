import { readFileSync } from 'node:fs';
import { extname } from 'node:path';

/** Where the files are that pages of documentation show, by the word before their names. */
const folders: Readonly<Record<string, URL>> = {
  recipe: new URL('../docs/recipes/', import.meta.url),
  client: new URL('../demo/clients/', import.meta.url),
};

/** The languages whose names differ from how their files' names end. */
const languages: Readonly<Record<string, string>> = { py: 'python', mjs: 'js', txt: 'text' };

/** A page of documentation with each file it names, a recipe or a part of a client, as that file now is. */
export function fillInRecipes(page: string): string {
  return page.replace(
    /<!-- (recipe|client): ([\w./-]+) -->\n(?:\n```\w+\n.*?\n```\n)?/gs,
    (_, kind: string, name: string) => {
      const extension = extname(name).slice(1);
      const text = readFileSync(new URL(name, folders[kind]), 'utf8').trim();
      return `<!-- ${kind}: ${name} -->\n\n\`\`\`${languages[extension] ?? extension}\n${text}\n\`\`\`\n`;
    },
  );
}
