import { readFileSync, writeFileSync } from 'node:fs';
import { table } from '../test/gateway/threats/table.js';
import { accessibilityReport } from './accessibility-report.js';
import { elementPages } from './element-pages.js';
import { journeyDrawing } from './journey-drawing.js';
import { openApi } from './open-api.js';
import { withRecipes } from './recipes.js';
import { withSettings } from './setting-tables.js';

/** Writes `openapi.yaml` and the pages under `docs` that are made from what the code uses and the tests run. */
const server = new URL('../docs/server.md', import.meta.url);
writeFileSync(server, withRecipes(readFileSync(server, 'utf8')));
const frameworks = new URL('../docs/frameworks.md', import.meta.url);
writeFileSync(frameworks, withRecipes(readFileSync(frameworks, 'utf8')));
const serve = new URL('../docs/serve.md', import.meta.url);
writeFileSync(serve, withRecipes(await withSettings(readFileSync(serve, 'utf8'))));
writeFileSync(new URL('../docs/threats.md', import.meta.url), await table());
writeFileSync(new URL('../docs/journey.md', import.meta.url), await journeyDrawing());
writeFileSync(new URL('../docs/accessibility.md', import.meta.url), await accessibilityReport());
writeFileSync(new URL('../openapi.yaml', import.meta.url), await openApi());
for (const [path, page] of await elementPages())
  writeFileSync(new URL(`../docs/${path}`, import.meta.url), page);
