import { adapters } from './adapters/adapters.js';
import { conformance } from './adapters/conformance.js';

for (const adapter of adapters.filter(({ isBuilt }) => isBuilt)) conformance(adapter);
