#!/usr/bin/env node
import { createInterface } from 'node:readline';
import { run } from './run.js';

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  fetch: (request) => globalThis.fetch(request),
  now: Date.now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  isTerminal: process.stdout.isTTY,
  // Carriage return, then "erase in line" (ECMA-48).
  ...(process.stderr.isTTY && {
    drawProgress: (text: string) => void process.stderr.write(`\r\u001b[2K${text}`),
  }),
  ...(!process.stdin.isTTY && { readInput: () => createInterface({ input: process.stdin }) }),
  onHangup: (listener) => process.on('SIGHUP', listener),
  untilStopped: () =>
    new Promise((resolve) => {
      const signals = ['SIGTERM', 'SIGINT'];
      const stop = () => {
        for (const signal of signals) process.off(signal, stop);
        resolve();
      };
      for (const signal of signals) process.on(signal, stop);
    }),
});

// Work that a command cut off, such as a call to Codat, could keep the process from ending.
setTimeout(() => process.exit(), 1_000).unref();
