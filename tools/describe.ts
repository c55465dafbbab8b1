import { mkdirSync, writeFileSync } from 'node:fs';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { readManifest } from './manifest.js';
import { createTagTypes } from './typed-tags.js';

/** Writes what editors and the types of frameworks know of the elements, from the custom elements manifest. */
const dist = new URL('../dist/', import.meta.url);

const manifest = readManifest() as unknown as Parameters<typeof getWebTypesData>[0];
const options = { hideLogs: true, typesSrc: 'parsedType' };
writeFileSync(new URL('vscode.html-custom-data.json', dist), getVsCodeHtmlCustomData(manifest, options));
writeFileSync(new URL('vscode.css-custom-data.json', dist), getVsCodeCssCustomData(manifest, options));
writeFileSync(new URL('web-types.json', dist), getWebTypesData(manifest, { ...options, packageJson: false }));

mkdirSync(new URL('tags', dist), { recursive: true });
for (const [name, text] of createTagTypes()) writeFileSync(new URL(`tags/${name}.d.ts`, dist), text);
// What a bundler finds where a page imports the types alone.
writeFileSync(new URL('tags/index.js', dist), 'export {};\n');
