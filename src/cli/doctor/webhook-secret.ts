import { decodeWebhookSecret } from '../../gateway/changes/webhook-signature.js';
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

/** A webhook with Codat's signature and an empty body, which has no effect. */
export async function createSignedEmptyWebhookInit(
  secret: Uint8Array<ArrayBuffer>,
  now: number,
): Promise<RequestInit> {
  const [id, seconds, body] = [`doctor_${crypto.randomUUID()}`, Math.floor(now / 1000), '{}'];
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', secret, hmac, false, ['sign']);
  const signed = new TextEncoder().encode(`${id}.${seconds}.${body}`);
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, signed));
  const headers = {
    'Content-Type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${btoa(String.fromCharCode(...signature))}`,
  };
  return { method: 'POST', headers, body };
}
