#!/usr/bin/env node
import { run } from './run.js';

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  fetch: (request) => globalThis.fetch(request),
  now: Date.now,
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
});
