import { HttpError, createNotFoundError } from '../../http-error.js';
import type { ParsedSettings } from '../../settings.js';
import type { WebhookReceiver } from '../../changes/webhook-receiver.js';
import { readBodyBytes } from '../body.js';
import { noContent, type HandlersByPathAndMethod, type RequestContext } from '../request-context.js';

/** Far more than the event of a complete sync with errors in every data type. */
const maxBytes = 512 * 1024;

/** `POST /webhooks`, the URL of the webhook consumer in Codat's Portal. */
export function createWebhookHandlers(
  webhooks: WebhookReceiver,
  settings: ParsedSettings,
): HandlersByPathAndMethod {
  return {
    '/webhooks': {
      async POST(c) {
        if (settings.secrets.current.webhookSecrets.length === 0) throw createNotFoundError();
        const envelope = {
          id: header(c, 'webhook-id', /^[\x21-\x7e]{1,200}$/),
          timestamp: header(c, 'webhook-timestamp', /^\d{1,12}$/),
          signatures: header(c, 'webhook-signature', /^[\x20-\x7e]+$/),
        };
        const read = () => readBodyBytes(c.req.raw, maxBytes, settings.emit);
        await webhooks.receive(envelope, read, c.env.waitUntil);
        return noContent();
      },
    },
  };
}

function header(c: RequestContext, name: string, pattern: RegExp): string {
  const value = c.req.header(name) ?? '';
  if (!pattern.test(value)) {
    throw new HttpError(
      400,
      `The header ${name} is missing or malformed. Codat’s webhook consumers send it; its rules of before 2025 are not supported.`,
    );
  }
  return value;
}
