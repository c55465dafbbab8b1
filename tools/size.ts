import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

/** What a visitor's browser may have to load, in bytes of brotli: fails when a budget is exceeded. */
const budgets = [
  {
    what: 'before the picker can be used, by the script tag',
    files: ['connect-elements.js'],
    maxBytes: 21_930,
  },
  {
    what: 'before a connection can be made, by the script tag: the journey loads after the platforms',
    files: ['connect-elements.js', 'chunks/journey'],
    maxBytes: 36_540,
  },
  {
    what: 'everything but locales, by the script tag',
    files: ['connect-elements.js', 'chunks/'],
    maxBytes: 70_360,
  },
  {
    what: 'a page in Canadian French more than one in English: French, and what differs',
    files: ['locales/index', 'locales/fr'],
    maxBytes: 10_030,
  },
  { what: 'everything but locales, in one file', files: ['connect-elements.all.js'], maxBytes: 64_130 },
] as const;

const dist = new URL('../dist/', import.meta.url);
const built = [
  'connect-elements.js',
  'connect-elements.all.js',
  ...['chunks', 'locales'].flatMap((folder) =>
    readdirSync(new URL(folder, dist))
      .filter((file) => file.endsWith('.js'))
      .map((file) => `${folder}/${file}`),
  ),
];

const rows = budgets.map(({ what, files, maxBytes }) => {
  const loaded = built.filter((file) => files.some((prefix) => file.startsWith(prefix)));
  const bytes = loaded.reduce((sum, file) => sum + compressed(new URL(file, dist)), 0);
  return { what, files: loaded.length, bytes, maxBytes, isWithinBudget: bytes <= maxBytes };
});

for (const { what, files, bytes, maxBytes } of rows) {
  console.log(
    `${String(bytes).padStart(6)} of ${maxBytes} bytes (${Math.round((100 * bytes) / maxBytes)} %), ${files} files: ${what}`,
  );
}
if (rows.some(({ isWithinBudget }) => !isWithinBudget)) {
  console.error('A budget is exceeded.');
  process.exitCode = 1;
}

/**
 * Without the hashes in the names of chunks: they are random text, which any change to a chunk makes another, and with
 * that a script up to 140 bytes larger or smaller.
 */
function compressed(file: URL): number {
  const text = readFileSync(file, 'utf8').replaceAll(/-[\w-]{8}\.js/g, '.js');
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }).length;
}
