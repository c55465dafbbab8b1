import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a newcomer copies out of a page of documentation, by language, in its order. */
export const snippetsOf = (path: string, language: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(new RegExp(`\`\`\`(?:${language})\\n(.*?)\`\`\``, 'gs'))].map(
    ([, text = '']) => text,
  );

export const readmeSnippets = (language: string): string[] =>
  snippetsOf(fileURLToPath(new URL('../../README.md', import.meta.url)), language);

export const [readmePage = ''] = readmeSnippets('html');
