import { listQuery } from './schemas.js';
import {
  requestBodyFailureStatuses,
  authenticatedCodatCallFailureStatuses,
  defineOperations,
  describeFailures,
  cacheControlParameter,
  describeJsonOrFailures,
  describeEmptyAnswer,
} from './operation-description.js';

/** The gateway's operations that mirror Codat's, for the company of the token alone. */
export const proxiedCodatOperationsByPath = defineOperations({
  '/api/integrations': {
    GET: {
      says: 'Codat’s list of integrations, those that the lender has enabled.',
      by: 'page',
      query: listQuery,
      answers: describeJsonOrFailures(
        'A page of the list.',
        'IntegrationList',
        400,
        ...authenticatedCodatCallFailureStatuses,
      ),
    },
  },
  '/api/integrations/:key': {
    GET: {
      says: 'One integration.',
      by: 'page',
      answers: describeJsonOrFailures(
        'The integration.',
        'Integration',
        404,
        ...authenticatedCodatCallFailureStatuses,
      ),
    },
  },
  '/api/integrations/:key/branding': {
    GET: {
      says: 'Its official logos and buttons.',
      by: 'page',
      answers: describeJsonOrFailures(
        'The images.',
        'Branding',
        404,
        ...authenticatedCodatCallFailureStatuses,
      ),
    },
  },
  '/api/companies/:company/accessToken': {
    GET: {
      says: 'Codat’s own access token, which no page is given.',
      by: 'page',
      answers: describeFailures(401, 403, 404),
    },
  },
  '/api/companies/:company/connections': {
    GET: {
      says: 'The connections of the token’s company.',
      by: 'page',
      query: listQuery,
      parameters: cacheControlParameter,
      answers: describeJsonOrFailures(
        'A page of the list.',
        'ConnectionList',
        400,
        404,
        ...authenticatedCodatCallFailureStatuses,
      ),
    },
    POST: {
      says: 'Creates a connection, or answers with the one to this platform that nobody has signed in to yet.',
      by: 'page',
      body: 'NewConnection',
      answers: describeJsonOrFailures(
        'The connection.',
        'Connection',
        ...requestBodyFailureStatuses,
        404,
        ...authenticatedCodatCallFailureStatuses,
      ),
    },
  },
  '/api/companies/:company/connections/:connection': {
    GET: {
      says: 'One connection.',
      by: 'page',
      parameters: cacheControlParameter,
      answers: describeJsonOrFailures(
        'The connection.',
        'Connection',
        404,
        ...authenticatedCodatCallFailureStatuses,
      ),
    },
    PATCH: {
      says: 'Disconnects it.',
      by: 'page',
      body: 'Unlinking',
      answers: describeJsonOrFailures(
        'The connection.',
        'Connection',
        ...requestBodyFailureStatuses,
        404,
        ...authenticatedCodatCallFailureStatuses,
      ),
    },
    DELETE: {
      says: 'Deletes it for good.',
      by: 'page',
      answers: {
        200: describeEmptyAnswer('It is deleted.'),
        ...describeFailures(404, ...authenticatedCodatCallFailureStatuses),
      },
    },
  },
  '/api/companies/:company/dataStatus': {
    GET: {
      says: 'How far Codat has synced each data type.',
      by: 'page',
      parameters: cacheControlParameter,
      answers: describeJsonOrFailures(
        'The statuses, by data type.',
        'DataStatuses',
        404,
        ...authenticatedCodatCallFailureStatuses,
      ),
    },
  },
  '/api/companies/:company/data/history': {
    GET: {
      says: 'The syncs of single data types.',
      by: 'page',
      query: listQuery,
      parameters: cacheControlParameter,
      answers: describeJsonOrFailures(
        'A page of the list.',
        'PullOperationList',
        400,
        404,
        ...authenticatedCodatCallFailureStatuses,
      ),
    },
  },
});
