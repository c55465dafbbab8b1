import { readdir } from 'node:fs/promises';
import { mergeEnglish } from './messages-in.js';

const folder = new URL('../src/i18n/locales/en/', import.meta.url);
const files = await readdir(folder);

/** All English messages. Elements import only their own groups of them. */
export const en = mergeEnglish(
  await Promise.all(files.map((file) => import(new URL(file, folder).href) as Promise<object>)),
);
