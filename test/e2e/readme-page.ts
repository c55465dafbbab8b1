import { readFileSync } from 'node:fs';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The page a newcomer copies out of the README. */
export const [readmePage = ''] = /(?<=```html\n)<!doctype html>.*?(?=```)/s.exec(readme) ?? [];
