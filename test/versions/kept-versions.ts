import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import type * as Gateway from '../../src/gateway/index.js';

/** A version that was built before this one, as `npm run keep-version` kept it. */
export interface KeptVersion {
  /** Its version and commit, such as `0.1.0-185a1fa`. */
  readonly name: string;
  /** Of the commit. */
  readonly date: string;
}

const folder = new URL('kept/', import.meta.url);

/** The last two, the oldest first. */
export const keptVersions = JSON.parse(
  readFileSync(new URL('versions.json', folder), 'utf8'),
) as readonly KeptVersion[];

const read = ({ name }: KeptVersion, file: string): Uint8Array =>
  brotliDecompressSync(readFileSync(new URL(`${name}/${file}.br`, folder)));

/** The script of its pages, in one file. */
export const pageOf = (version: KeptVersion): Uint8Array => read(version, 'page.js');

/** Its gateway, in this process. Its settings may have been fewer. */
export async function gatewayOf(version: KeptVersion): Promise<Pick<typeof Gateway, 'createGateway'>> {
  const place = mkdtempSync(join(tmpdir(), 'kept-version-'));
  try {
    const file = join(place, 'gateway.mjs');
    writeFileSync(file, read(version, 'gateway.js'));
    return (await import(pathToFileURL(file).href)) as typeof Gateway;
  } finally {
    rmSync(place, { recursive: true });
  }
}
