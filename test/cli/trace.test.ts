import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { createJsonLog, type GatewayEvent } from '../../src/gateway/index.js';
import { json, setUp, type ErrorBody } from '../gateway/set-up.js';
import { type } from './command-line.js';

/** A lender whose gateway writes a log, as `trace` reads it. */
async function setUpLogged() {
  const lines: string[] = [];
  const write = createJsonLog((line) => lines.push(line));
  const lender = await setUp({ onEvent: (event: GatewayEvent) => write(event) });
  const trace = (reference: string, ...more: string[]) => {
    return type(['trace', reference, ...more], { readInput: () => Readable.from(lines) });
  };
  return { ...lender, lines, page: await lender.openPage(), trace };
}

describe('trace', () => {
  it('finds by the id of a connection that the person cancelled at the platform', async () => {
    const { page, signIn, trace } = await setUpLogged();
    const { id, linkUrl } = await page.connect('gbol');
    await signIn(linkUrl, 'cancel');
    const { code, output } = await trace(`Reference ${id}`);

    assert.equal(code, 0);
    assert.match(
      output,
      /They chose a platform.*\n(?:.*\n)*.*They went to sign in.*\n(?:.*\n)*.*They came back: cancelled/,
    );
    assert.match(output, /^Why: The person cancelled at the platform\.$/m);
  });

  it('finds by Codat’s reference what Codat refused, and what the company did before', async () => {
    const { company, page, simulator, trace } = await setUpLogged();
    simulator.faults.add({ method: 'POST', path: /\/connections$/, trouble: { is: 'refused', status: 500 } });
    const body = JSON.stringify({ platformKey: 'gbol' });
    const answer = await page.ask(`/companies/${company}/connections`, { method: 'POST', body });
    const { correlationId = '' } = await json<ErrorBody>(answer);
    const { code, output } = await trace(correlationId);

    assert.equal(code, 0);
    assert.match(output, /A page got a token\./);
    assert.match(output, /^Why: Codat answered 500\.$/m);
    const read = JSON.parse((await trace(correlationId, '--json')).output) as {
      why: string;
      lines: object[];
    };
    assert.equal(read.why, 'Codat answered 500.');
    assert.ok(read.lines.length > 1);
  });

  it('does not count a failure that the person got over', async () => {
    const { page, signIn, trace } = await setUpLogged();
    const { id, linkUrl } = await page.connect('gbol');
    await signIn(linkUrl, 'cancel');
    await signIn((await page.read(id)).linkUrl, 'allow');

    assert.match((await trace(id)).output, /^Why: Nothing failed in this log\.$/m);
  });

  it('reads lines with a time before them, passes over others, and says when there is nothing', async () => {
    const { lines, page, trace } = await setUpLogged();
    const { id } = await page.connect('gbol');
    lines.splice(
      0,
      lines.length,
      'Starting…',
      '[]',
      '',
      ...lines.map((line) => `2026-11-23T09:00:00Z ${line}`),
    );

    assert.equal((await trace(id)).code, 0);
    const nothing = await trace('00000000-0000-4000-8000-000000000000');
    assert.deepEqual([nothing.code, nothing.output], [1, '']);
    assert.match(nothing.errors, /^None of the \d+ lines of this log has 00000000/);
    assert.equal((await trace('x')).code, 2);
    assert.equal((await type(['trace', id])).code, 2);
  });
});
