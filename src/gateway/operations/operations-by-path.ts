import { proxiedCodatOperationsByPath } from './proxied-codat-operations-by-path.js';
import {
  requestBodyFailureStatuses,
  authenticatedCodatCallFailureStatuses,
  defineOperations,
  authenticatedRequestFailureStatuses,
  describeFailures,
  describeFailurePages,
  cacheControlParameter,
  describeJsonOrFailures,
  describeEmptyAnswer,
  describeHtmlResponse,
  describeRedirect,
  type AnswerDescription,
} from './operation-description.js';

const prefetched: Record<number, AnswerDescription> = {
  204: describeEmptyAnswer('A browser prefetches, or the method is HEAD: nothing is opened.'),
};

/** Every operation of the gateway, by path and method. `openapi.yaml` is generated from it. */
export const operationsByPath = defineOperations({
  '/token': {
    POST: {
      says: 'A token for the company of whoever is signed in. The lender’s server alone decides whose that is: nothing in the request names a company. It may be a URL of the lender’s own.',
      by: 'person',
      parameters: {
        contract: {
          in: 'query',
          says: 'The version of this contract that the page uses. Without it: 1.',
        },
      },
      answers: describeJsonOrFailures('A token.', 'Token', 401, 403, 410, 429, 503),
    },
  },
  '/platforms': {
    GET: {
      says: 'The platforms that people can connect, the same for everyone.',
      by: 'anyone',
      parameters: { 'If-None-Match': { in: 'header', says: 'The `ETag` of an earlier answer.' } },
      answers: {
        200: {
          says: 'The platforms.',
          json: 'PlatformList',
          cacheControl: 'public, max-age=600, stale-while-revalidate=86400',
          headers: { ETag: 'Changes whenever the body does.' },
        },
        304: {
          says: 'The body has not changed.',
          cacheControl: 'public, max-age=600, stale-while-revalidate=86400',
          headers: { ETag: 'The same.' },
        },
        ...describeFailures(503),
      },
    },
  },
  ...proxiedCodatOperationsByPath,
  '/consents': {
    GET: {
      says: 'The text to agree to before a platform is connected.',
      by: 'page',
      parameters: { locale: { in: 'query', says: 'The language the person reads: a BCP 47 tag.' } },
      answers: describeJsonOrFailures('The text.', 'Consent', 404, ...authenticatedRequestFailureStatuses),
    },
    POST: {
      says: 'The person agreed. The lender has recorded it once this is answered.',
      by: 'page',
      body: 'Agreement',
      answers: {
        201: {
          says: 'The receipt, with which a connection or a share link is created.',
          json: 'ConsentReceipt',
        },
        ...describeFailures(...requestBodyFailureStatuses, 404, ...authenticatedCodatCallFailureStatuses),
      },
    },
  },
  '/shares': {
    GET: {
      says: 'The company’s share links, newest first.',
      by: 'page',
      parameters: cacheControlParameter,
      answers: describeJsonOrFailures(
        'The links.',
        'ShareLinkList',
        ...authenticatedCodatCallFailureStatuses,
      ),
    },
    POST: {
      says: 'Creates a link for whoever has the log-in.',
      by: 'page',
      body: 'NewShareLink',
      answers: {
        201: { says: 'The link.', json: 'CreatedShareLink' },
        ...describeFailures(...requestBodyFailureStatuses, 404, ...authenticatedCodatCallFailureStatuses),
      },
    },
  },
  '/shares/:id': {
    DELETE: {
      says: 'Withdraws a share link.',
      by: 'page',
      answers: {
        204: describeEmptyAnswer('It opens nothing any more.'),
        ...describeFailures(404, ...authenticatedRequestFailureStatuses),
      },
    },
  },
  '/share/:secret': {
    GET: {
      says: 'The page of a share link. It changes nothing, since mail scanners open it too.',
      by: 'link',
      answers: {
        200: describeHtmlResponse('The page, with a button.'),
        ...prefetched,
        ...describeFailurePages(404, 429, 503),
        410: describeHtmlResponse('It was used, withdrawn, or has run out.'),
      },
    },
    POST: {
      says: 'The button of that page.',
      by: 'link',
      answers: {
        303: describeRedirect('Where to sign in.'),
        ...describeFailurePages(403, 404, 429, 502, 503),
        410: describeHtmlResponse('It was used, withdrawn, or has run out.'),
      },
    },
  },
  '/link/:signed': {
    GET: {
      says: 'A connection’s `linkUrl`. The company’s own people are redirected to sign in; anyone else gets a page that explains it, with a button.',
      by: 'link',
      parameters: {
        returnTo: { in: 'query', says: 'One of the lender’s pages to come back to; others are refused.' },
        attempt: { in: 'query', says: 'The page’s id of this attempt, by which it knows the return.' },
      },
      answers: {
        200: describeHtmlResponse('The page, with a button.'),
        303: describeRedirect('Where to sign in.'),
        ...prefetched,
        ...describeFailurePages(400, 403, 404, 429, 502, 503),
        410: describeHtmlResponse('It has run out, or is not the gateway’s.'),
      },
    },
    POST: {
      says: 'The button of that page.',
      by: 'link',
      answers: {
        303: describeRedirect('Where to sign in, or this page for a form of another site.'),
        ...describeFailurePages(400, 403, 404, 429, 502, 503),
        410: describeHtmlResponse('It has run out, or is not the gateway’s.'),
      },
    },
  },
  '/return': {
    GET: {
      says: 'Where Codat redirects people after sign-in.',
      by: 'link',
      parameters: {
        state: { in: 'query', says: 'Signed by the gateway when the person left.' },
        connectionId: { in: 'query', says: 'Must be that of `state`.' },
        statusCode: { in: 'query', says: 'A hint, since anyone can forge it.' },
      },
      answers: {
        303: describeRedirect(
          'A page of the lender’s, with a ticket in the fragment: `#codat=…`, or `#codat=unknown`. Nothing in the query decides which page.',
        ),
      },
    },
  },
  '/return/status': {
    GET: {
      says: 'How the sign-in ended, for the page that the person came back to.',
      by: 'return page',
      answers: describeJsonOrFailures(
        'The connection.',
        'ReturnStatus',
        404,
        ...authenticatedCodatCallFailureStatuses,
      ),
    },
  },
  '/events': {
    GET: {
      says: 'Server-sent events, as long as the token is valid: `event: look`, each with what has changed. Comments keep it open.',
      by: 'page',
      answers: {
        200: {
          says: 'The stream; the data of each event is a `ChangeNotice`.',
          type: 'text/event-stream',
          cacheControl: 'no-store, no-transform',
          headers: { 'X-Accel-Buffering': '`no`' },
        },
        204: describeEmptyAnswer('The method is HEAD.'),
        ...describeFailures(404, ...authenticatedRequestFailureStatuses),
      },
    },
  },
  '/webhooks': {
    POST: {
      says: 'Codat’s webhooks. Codat sends one again unless it gets a 2xx.',
      by: 'Codat',
      parameters: {
        'webhook-id': { in: 'header', says: 'The message’s id, the same when it is sent again.' },
        'webhook-timestamp': {
          in: 'header',
          says: 'Seconds since 1970; five minutes of difference at most.',
        },
        'webhook-signature': { in: 'header', says: 'Standard Webhooks: `v1,` and an HMAC, in base64.' },
      },
      answers: {
        204: describeEmptyAnswer('The lender has handled it, now or before.'),
        ...describeFailures(400, 401, 404, 408, 413, 503),
      },
    },
  },
  '/assets/:name': {
    GET: {
      says: 'An image, by the SHA-256 of its bytes.',
      by: 'anyone',
      answers: {
        200: {
          says: 'The image.',
          type: 'image/*',
          cacheControl: 'public, max-age=31536000, immutable',
          headers: { 'Content-Security-Policy': '`sandbox`: scripts in an SVG do not run.' },
        },
        ...describeFailures(404),
      },
    },
  },
  '/health': {
    GET: {
      says: 'For load balancers. Answers within a second.',
      by: 'anyone',
      answers: {
        200: { says: 'It works.', json: 'Health' },
        503: { says: 'The store can’t be written: `read-only` or `away`.', json: 'Health' },
      },
    },
  },
});

/** A route of the gateway, as Hono writes it. Events have it instead of the path, which may hold a secret. */
export type RoutePath = keyof typeof operationsByPath;
