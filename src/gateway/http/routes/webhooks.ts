import { Problem, notFound } from '../../problem.js';
import type { Settings } from '../../settings.js';
import type { Webhooks } from '../../changes/webhooks.js';
import { readBody } from '../body.js';
import { inBackground, type Routes, type Visit } from '../visit.js';

/** A read of everything, with what was found amiss in each data type, stays far below this. */
const largest = 512 * 1024;

/** `POST /webhooks`, the address of the webhook consumer in Codat's Portal. */
export function webhookRoutes(webhooks: Webhooks, settings: Settings): Routes {
  return {
    '/webhooks': {
      async POST(visit) {
        if (settings.webhookSecrets.length === 0) throw notFound();
        const envelope = {
          id: header(visit, 'webhook-id', /^[\x21-\x7e]{1,200}$/),
          timestamp: header(visit, 'webhook-timestamp', /^\d{1,12}$/),
          signatures: header(visit, 'webhook-signature', /^[\x20-\x7e]+$/),
        };
        const read = () => readBody(visit.req.raw, largest, settings.tell);
        await webhooks.take(envelope, read, inBackground(visit));
        return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
      },
    },
  };
}

function header(visit: Visit, name: string, shape: RegExp): string {
  const value = visit.req.header(name) ?? '';
  if (!shape.test(value)) {
    throw new Problem(
      400,
      `The header ${name} is missing or malformed. Codat’s webhook consumers send it; its rules of before 2025 are not supported.`,
    );
  }
  return value;
}
