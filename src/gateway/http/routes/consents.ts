import type { ConsentText, ConsentReceipt } from '../../../contract/consent.js';
import { jsonResponse } from '../../responses.js';
import type { RequiredConsents } from '../../consents/required-consents.js';
import type { ParsedSettings } from '../../settings.js';
import type { Signer } from '../../auth/signer.js';
import { readJsonAs } from '../body.js';
import { agreementBody } from '../../operations/schemas.js';
import { authenticateBearerToken, type HandlersByPathAndMethod } from '../request-context.js';

/** `/consents`: the text to agree to before a platform is connected, and the receipt of the agreement. */
export function createConsentHandlers(
  consents: RequiredConsents,
  signer: Signer,
  settings: ParsedSettings,
): HandlersByPathAndMethod {
  return {
    '/consents': {
      async GET(c) {
        await authenticateBearerToken(c, signer, settings);
        return jsonResponse(consents.forLocale(c.req.query('locale') ?? '') satisfies ConsentText);
      },
      async POST(c) {
        const company = await authenticateBearerToken(c, signer, settings);
        const agreed = await readJsonAs(c.req.raw, agreementBody, settings.emit);
        const { context, waitUntil } = c.env;
        const receipt = await consents.record(company, agreed, { request: c.req.raw, context, waitUntil });
        return jsonResponse(receipt satisfies ConsentReceipt, { status: 201 });
      },
    },
  };
}
