import { serveSimulator } from './serve-simulator.js';

const port = Number(process.env['SIMULATOR_PORT'] ?? 4174);
const redirectUrl = process.env['SIMULATOR_REDIRECT_URL'];

const { simulator } = await serveSimulator({ port, ...(redirectUrl && { redirectUrl }) });

console.log(`A simulated Codat is at ${simulator.origin}, with the API key "${simulator.apiKey}".`);
console.log(`People are sent back to ${redirectUrl || 'a page of its own (set SIMULATOR_REDIRECT_URL)'}.`);
console.log(`Try: curl -H 'Authorization: Basic ${btoa(simulator.apiKey)}' ${simulator.origin}/integrations`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
