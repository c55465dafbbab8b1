import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, startProgram } from '../../gateway/redis/redis-server.js';

/** A Sentinel that watches the master of this port, by the name `lender`. */
export async function startSentinel(
  master: number,
  folder: string,
): Promise<{ port: number; process: ChildProcess }> {
  const port = await freePort();
  const file = join(folder, `${port}.conf`);
  const settings = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${folder}`,
    `sentinel monitor lender 127.0.0.1 ${master} 2`,
    'sentinel down-after-milliseconds lender 1000',
    'sentinel failover-timeout lender 5000',
  ];
  writeFileSync(file, settings.join('\n'));
  return { port, process: await startProgram([file, '--sentinel'], /\+monitor master lender/) };
}
