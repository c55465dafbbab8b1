import { listQuery } from './bodies.js';
import {
  bodyStatuses,
  codatStatuses,
  defineOperations,
  failureAnswers,
  freshParameter,
  jsonAnswers,
  emptyAnswer,
} from './operation.js';

/** The operations that are Codat's own, for the company of the token. */
export const apiOperations = defineOperations({
  '/api/integrations': {
    GET: {
      says: 'Codat’s list of integrations, those that the lender has enabled.',
      by: 'page',
      query: listQuery,
      answers: jsonAnswers('A page of the list.', 'IntegrationList', 400, ...codatStatuses),
    },
  },
  '/api/integrations/:key': {
    GET: {
      says: 'One integration.',
      by: 'page',
      answers: jsonAnswers('The integration.', 'Integration', 404, ...codatStatuses),
    },
  },
  '/api/integrations/:key/branding': {
    GET: {
      says: 'Its official logos and buttons.',
      by: 'page',
      answers: jsonAnswers('The images.', 'Branding', 404, ...codatStatuses),
    },
  },
  '/api/companies/:company/accessToken': {
    GET: {
      says: 'Codat’s own access token, which no page is given.',
      by: 'page',
      answers: failureAnswers(401, 403, 404),
    },
  },
  '/api/companies/:company/connections': {
    GET: {
      says: 'The connections of the token’s company.',
      by: 'page',
      query: listQuery,
      parameters: freshParameter,
      answers: jsonAnswers('A page of the list.', 'ConnectionList', 400, 404, ...codatStatuses),
    },
    POST: {
      says: 'Creates a connection, or answers with the one to this platform that nobody has signed in to yet.',
      by: 'page',
      body: 'NewConnection',
      answers: jsonAnswers('The connection.', 'Connection', ...bodyStatuses, 404, ...codatStatuses),
    },
  },
  '/api/companies/:company/connections/:connection': {
    GET: {
      says: 'One connection.',
      by: 'page',
      parameters: freshParameter,
      answers: jsonAnswers('The connection.', 'Connection', 404, ...codatStatuses),
    },
    PATCH: {
      says: 'Disconnects it.',
      by: 'page',
      body: 'Unlinking',
      answers: jsonAnswers('The connection.', 'Connection', ...bodyStatuses, 404, ...codatStatuses),
    },
    DELETE: {
      says: 'Deletes it for good.',
      by: 'page',
      answers: { 200: emptyAnswer('It is deleted.'), ...failureAnswers(404, ...codatStatuses) },
    },
  },
  '/api/companies/:company/dataStatus': {
    GET: {
      says: 'How far Codat has synced each data type.',
      by: 'page',
      parameters: freshParameter,
      answers: jsonAnswers('The statuses, by data type.', 'DataStatuses', 404, ...codatStatuses),
    },
  },
  '/api/companies/:company/data/history': {
    GET: {
      says: 'The syncs of single data types.',
      by: 'page',
      query: listQuery,
      parameters: freshParameter,
      answers: jsonAnswers('A page of the list.', 'PullOperationList', 400, 404, ...codatStatuses),
    },
  },
});
