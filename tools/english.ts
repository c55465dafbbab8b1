import { readdir } from 'node:fs/promises';
import { englishOf } from './said.js';

const folder = new URL('../src/i18n/locales/en/', import.meta.url);
const files = await readdir(folder);

/** English, the whole of it: each element imports only its own groups. */
export const en = englishOf(
  await Promise.all(files.map((file) => import(new URL(file, folder).href) as Promise<object>)),
);
