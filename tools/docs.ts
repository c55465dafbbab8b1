import { writeFileSync } from 'node:fs';
import { table } from '../test/gateway/threats/table.js';

/** Writes the pages under `docs` that are made from what the tests run. */
writeFileSync(new URL('../docs/threats.md', import.meta.url), await table());
