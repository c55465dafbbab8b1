#!/usr/bin/env node
import { run } from './run.js';

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  fetch: (request) => globalThis.fetch(request),
  now: Date.now,
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  isTerminal: process.stdout.isTTY,
  // Carriage return, then "erase in line" (ECMA-48).
  ...(process.stderr.isTTY && {
    drawProgress: (text: string) => void process.stderr.write(`\r\u001b[2K${text}`),
  }),
});
