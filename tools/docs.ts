import { readFileSync, writeFileSync } from 'node:fs';
import { table } from '../test/gateway/threats/table.js';
import { createAccessibilityReport } from './accessibility-report.js';
import { createElementPages } from './element-pages.js';
import { createJourneyPage } from './journey-drawing.js';
import { createOpenApi } from './open-api.js';
import { fillInRecipes } from './recipes.js';
import { fillInSettingTables } from './setting-tables.js';

/** Writes `openapi.yaml` and the pages under `docs` that are made from what the code uses and the tests run. */
const server = new URL('../docs/server.md', import.meta.url);
writeFileSync(server, fillInRecipes(readFileSync(server, 'utf8')));
const frameworks = new URL('../docs/frameworks.md', import.meta.url);
writeFileSync(frameworks, fillInRecipes(readFileSync(frameworks, 'utf8')));
const serve = new URL('../docs/serve.md', import.meta.url);
writeFileSync(serve, fillInRecipes(await fillInSettingTables(readFileSync(serve, 'utf8'))));
writeFileSync(new URL('../docs/threats.md', import.meta.url), await table());
writeFileSync(new URL('../docs/journey.md', import.meta.url), await createJourneyPage());
writeFileSync(new URL('../docs/accessibility.md', import.meta.url), await createAccessibilityReport());
writeFileSync(new URL('../openapi.yaml', import.meta.url), await createOpenApi());
for (const [path, page] of await createElementPages())
  writeFileSync(new URL(`../docs/${path}`, import.meta.url), page);
