import * as z from 'zod/mini';
import type { SchemaName } from '../../gateway/operations/schemas.js';
import {
  describeFailures,
  type OperationDescription,
} from '../../gateway/operations/operation-description.js';

const text = z.string();

/** The body of `PUT /companies/{reference}`. */
export const ensureCompanyBody = z.object({ description: z.optional(text.check(z.maxLength(200))) });

/** The bodies that `openapi.yaml` names beside those of the gateway. */
export const internalSchemasByName = {
  NewCompany: ensureCompanyBody,
  Company: z.object({
    companyId: text.check(z.describe('Codat’s id of the company, the same one for a reference each time.')),
  }),
  ForgottenCompany: z.object({
    companyId: text,
    shareLinks: z.number().check(z.describe('How many links to share were erased.')),
    remains: z.array(text).check(z.describe('What is left, and where, a sentence each.')),
  }),
  Liveness: z.object({ status: z.literal('ok') }),
  Readiness: z.object({
    status: z.enum(['ok', 'degraded', 'stopping']),
    store: z.optional(z.enum(['ok', 'read-only', 'away'])),
  }),
} as const satisfies Readonly<Record<string, z.ZodMiniType>>;

export type InternalSchemaName = keyof typeof internalSchemasByName;

type InternalOperation = OperationDescription<SchemaName | InternalSchemaName>;

const serverFailureStatuses = [401, 403, 429, 502, 503] as const;

/** The operations of the internal port: what `openapi.yaml` says of it. */
export const internalOpenApiOperations = {
  'PUT /companies/:reference': {
    says: 'Codat’s company of a reference of yours: found, or created once.',
    by: 'server',
    body: 'NewCompany',
    isBodyOptional: true,
    answers: {
      200: { says: 'The company.', json: 'Company' },
      ...describeFailures(400, 408, 413, ...serverFailureStatuses),
    },
  },
  'DELETE /companies/:reference': {
    says: 'Erases what the gateway keeps of a company, by your reference or by Codat’s id. May be repeated.',
    by: 'server',
    answers: {
      200: { says: 'What was erased, and what remains.', json: 'ForgottenCompany' },
      ...describeFailures(400, 404, ...serverFailureStatuses),
    },
  },
  'GET /livez': {
    says: 'Whether the process answers.',
    by: 'probe',
    answers: { 200: { says: 'It does.', json: 'Liveness' }, ...describeFailures(403) },
  },
  'GET /readyz': {
    says: 'Whether requests should be sent here. A store that is away makes no process unready.',
    by: 'probe',
    answers: {
      200: { says: 'They should.', json: 'Readiness' },
      ...describeFailures(403),
      503: { says: 'The process is being stopped.', json: 'Readiness' },
    },
  },
  'GET /metrics': {
    says: 'Numbers for Prometheus, with no name, no company and no secret in them.',
    by: 'probe',
    answers: { 200: { says: 'The numbers.', type: 'text/plain' }, ...describeFailures(403) },
  },
} as const satisfies Readonly<Record<string, InternalOperation>>;

/** A route of the internal port: `METHOD /path`. */
export type InternalRouteKey = keyof typeof internalOpenApiOperations;
