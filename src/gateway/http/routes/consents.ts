import * as z from 'zod/mini';
import { answer } from '../../answer.js';
import type { Consents } from '../../consents/consents.js';
import type { Settings } from '../../settings.js';
import type { Signer } from '../../auth/signer.js';
import { readJson } from '../body.js';
import { companyOf, inBackground, type Routes } from '../visit.js';

const agreement = z.object({ version: z.string(), locale: z.string(), platformKey: z.string() });

/** `/consents`: what to agree to before a platform is connected, and the receipt for having agreed. */
export function consentRoutes(consents: Consents, signer: Signer, settings: Settings): Routes {
  return {
    '/consents': {
      async GET(visit) {
        await companyOf(visit, signer, settings);
        return answer(consents.show(visit.req.query('locale') ?? ''));
      },
      async POST(visit) {
        const company = await companyOf(visit, signer, settings);
        const agreed = await readJson(visit.req.raw, agreement, settings.tell);
        const { context } = visit.env;
        const background = inBackground(visit);
        const given = await consents.give(company, agreed, { request: visit.req.raw, context, background });
        return answer(given, { status: 201 });
      },
    },
  };
}
