import { signOutgoingWebhook, decodeWebhookSecret } from '../../gateway/changes/webhook-signature.js';
import { toCodatDocsUrl, type Finding } from '../finding.js';

/** Checks the form of a webhook secret, without revealing it. */
export function checkWebhookSecretForm(secret: string | undefined): Finding {
  const check = 'webhook secret';
  if (!secret) return { check, is: 'skipped', says: 'No secret was given to look at.' };
  if (decodeWebhookSecret(secret))
    return { check, is: 'ok', says: 'It has the form of a secret of Codat’s.' };
  return {
    check,
    is: 'fault',
    says: secret.startsWith('whsec_')
      ? 'The webhook secret is cut short, or has something in it that does not belong there.'
      : 'The webhook secret does not begin with whsec_.',
    cure: 'Copy it whole from the consumer’s page in the Portal’s webhook settings.',
    page: toCodatDocsUrl('using-the-api/webhooks/overview'),
  };
}

/** The `fetch` options of a test webhook: signed as Codat signs, with the body `{}`, so that it changes nothing. `now` in milliseconds since 1970. */
export async function createSignedEmptyWebhookInit(
  secret: Uint8Array<ArrayBuffer>,
  now: number,
): Promise<RequestInit> {
  const [id, timestamp, body] = [`doctor_${crypto.randomUUID()}`, String(Math.floor(now / 1000)), '{}'];
  const bytes = new TextEncoder().encode(body);
  const headers = {
    'Content-Type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': await signOutgoingWebhook({ id, timestamp }, bytes, secret),
  };
  return { method: 'POST', headers, body };
}
