import { readSecret } from '../../gateway/webhook-signature.js';
import { codatPage, type Finding } from './finding.js';

/** Whether a webhook secret is one, without saying anything of it. */
export function secretIsWhole(secret: string | undefined): Finding {
  const check = 'webhook secret';
  if (!secret) return { check, is: 'skipped', says: 'No secret was given to look at.' };
  if (readSecret(secret)) return { check, is: 'ok', says: 'It has the form of a secret of Codat’s.' };
  return {
    check,
    is: 'fault',
    says: secret.startsWith('whsec_')
      ? 'The webhook secret is cut short, or has something in it that does not belong there.'
      : 'The webhook secret does not begin with whsec_.',
    cure: 'Copy it whole from the consumer’s page in the Portal’s webhook settings.',
    page: codatPage('using-the-api/webhooks/overview'),
  };
}
