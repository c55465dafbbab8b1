import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Writes the hash of each file that a script tag loads, as its `integrity` attribute takes it (Subresource Integrity). */
const dist = new URL('../dist/', import.meta.url);

const served = [
  ...['connect-elements.js', 'connect-elements.all.js', 'register-messages.js'],
  ...['chunks', 'locales'].flatMap((folder) =>
    readdirSync(new URL(folder, dist))
      .filter((name) => name.endsWith('.js'))
      .map((name) => `${folder}/${name}`),
  ),
];

const hashes = served.map((path) => {
  const hash = createHash('sha384').update(readFileSync(new URL(path, dist)));
  return [path, `sha384-${hash.digest('base64')}`] as const;
});
writeFileSync(
  new URL('integrity.json', dist),
  `${JSON.stringify(Object.fromEntries(hashes), undefined, 2)}\n`,
);
