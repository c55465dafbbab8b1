import { listQuery } from './schemas.js';
import {
  failureStatusesWithBody,
  failureStatusesWithCodatCall,
  defineOperations,
  describeFailures,
  cacheControlParameters,
  describeJsonAnswers,
  describeEmptyAnswer,
} from './operation.js';

/** The operations that are Codat's own, for the company of the token. */
export const apiOperations = defineOperations({
  '/api/integrations': {
    GET: {
      says: 'Codat’s list of integrations, those that the lender has enabled.',
      by: 'page',
      query: listQuery,
      answers: describeJsonAnswers(
        'A page of the list.',
        'IntegrationList',
        400,
        ...failureStatusesWithCodatCall,
      ),
    },
  },
  '/api/integrations/:key': {
    GET: {
      says: 'One integration.',
      by: 'page',
      answers: describeJsonAnswers('The integration.', 'Integration', 404, ...failureStatusesWithCodatCall),
    },
  },
  '/api/integrations/:key/branding': {
    GET: {
      says: 'Its official logos and buttons.',
      by: 'page',
      answers: describeJsonAnswers('The images.', 'Branding', 404, ...failureStatusesWithCodatCall),
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
      parameters: cacheControlParameters,
      answers: describeJsonAnswers(
        'A page of the list.',
        'ConnectionList',
        400,
        404,
        ...failureStatusesWithCodatCall,
      ),
    },
    POST: {
      says: 'Creates a connection, or answers with the one to this platform that nobody has signed in to yet.',
      by: 'page',
      body: 'NewConnection',
      answers: describeJsonAnswers(
        'The connection.',
        'Connection',
        ...failureStatusesWithBody,
        404,
        ...failureStatusesWithCodatCall,
      ),
    },
  },
  '/api/companies/:company/connections/:connection': {
    GET: {
      says: 'One connection.',
      by: 'page',
      parameters: cacheControlParameters,
      answers: describeJsonAnswers('The connection.', 'Connection', 404, ...failureStatusesWithCodatCall),
    },
    PATCH: {
      says: 'Disconnects it.',
      by: 'page',
      body: 'Unlinking',
      answers: describeJsonAnswers(
        'The connection.',
        'Connection',
        ...failureStatusesWithBody,
        404,
        ...failureStatusesWithCodatCall,
      ),
    },
    DELETE: {
      says: 'Deletes it for good.',
      by: 'page',
      answers: {
        200: describeEmptyAnswer('It is deleted.'),
        ...describeFailures(404, ...failureStatusesWithCodatCall),
      },
    },
  },
  '/api/companies/:company/dataStatus': {
    GET: {
      says: 'How far Codat has synced each data type.',
      by: 'page',
      parameters: cacheControlParameters,
      answers: describeJsonAnswers(
        'The statuses, by data type.',
        'DataStatuses',
        404,
        ...failureStatusesWithCodatCall,
      ),
    },
  },
  '/api/companies/:company/data/history': {
    GET: {
      says: 'The syncs of single data types.',
      by: 'page',
      query: listQuery,
      parameters: cacheControlParameters,
      answers: describeJsonAnswers(
        'A page of the list.',
        'PullOperationList',
        400,
        404,
        ...failureStatusesWithCodatCall,
      ),
    },
  },
});
