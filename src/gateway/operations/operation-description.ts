import type * as z from 'zod/mini';
import type { SchemaName } from './schemas.js';

/** The sender of a request, and how the gateway identifies them. */
export type OperationCaller =
  /** Anyone. */
  | 'anyone'
  /** Whoever the lender's own sign-in says it is. */
  | 'person'
  /** A page, by the token of `POST /token`. */
  | 'page'
  /** The page that someone came back to, by the ticket in its fragment. */
  | 'return page'
  /** Someone with a link: its secret is in the path. */
  | 'link'
  /** Codat, by the signature of a webhook. */
  | 'Codat'
  /** A server of the lender's, by the internal key. */
  | 'server'
  /** Whoever reaches the internal port. */
  | 'probe';

/** An answer with its status's meaning. */
export interface AnswerDescription<Name extends string = SchemaName> {
  readonly says: string;
  /** The body, if it is JSON: a component by its name. */
  readonly json?: Name;
  /** The type of any other body. */
  readonly type?: string;
  /** Headers beside `Cache-Control`, with a description of each. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: `no-store`. */
  readonly cacheControl?: string;
  /** Its name, where several operations have the same. */
  readonly name?: string;
}

export interface ParameterDescription {
  readonly in: 'query' | 'header';
  readonly says: string;
}

/** The request and the answers of one method of a route. */
export interface OperationDescription<Name extends string = SchemaName> {
  readonly says: string;
  readonly by: OperationCaller;
  /** The query parameters that have a schema; those in `parameters` may be any text. */
  readonly query?: z.ZodMiniObject;
  readonly parameters?: Readonly<Record<string, ParameterDescription>>;
  readonly body?: Name;
  readonly isBodyOptional?: true;
  readonly answers: Readonly<Record<number, AnswerDescription<Name>>>;
}

export type RouteMethod = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** The operations of these routes, by path and method. */
type OperationsByPath<Path extends string> = Readonly<
  Record<Path, Partial<Record<RouteMethod, OperationDescription>>>
>;

/** Checks a table of operations, and keeps its paths as its type. */
export const defineOperations = <Path extends string>(
  table: OperationsByPath<Path>,
): OperationsByPath<Path> => table;

/** The meaning of failures, by status. */
const failures: Readonly<Record<number, AnswerDescription>> = {
  400: { says: 'The request is not what is expected here.' },
  401: {
    says: 'Nobody is signed in, or the token is not valid, or no longer.',
    headers: { 'WWW-Authenticate': '`Bearer`' },
  },
  403: { says: 'The request is from a page of another site, or the lender does not permit this.' },
  404: { says: 'There is nothing by that name: the same for what is another company’s.' },
  408: { says: 'The body took longer than ten seconds.' },
  410: {
    says: 'The page speaks a version of this contract that is not served here. It asks its reader to reload it.',
  },
  413: { says: 'The body is too long.' },
  429: { says: 'Too often, by the gateway’s count or Codat’s.', headers: { 'Retry-After': 'In seconds.' } },
  502: { says: 'Codat failed, or answered with something that can’t be read.' },
  503: {
    says: 'Not just now: the store, the lender’s own sign-in or this process is unavailable.',
    headers: { 'Retry-After': 'In seconds.' },
  },
};

/** An answer of JSON, with the failures that may take its place. */
export const describeJsonOrFailures = (
  says: string,
  name: SchemaName,
  ...failureStatuses: number[]
): Record<number, AnswerDescription> => ({
  200: { says, json: name },
  ...describeFailures(...failureStatuses),
});

/** Failures by their statuses, each with a body of JSON. */
export const describeFailures = (...statuses: number[]): Record<number, AnswerDescription> =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { says: '', ...failures[status], json: 'Problem' as const, name: `Problem${status}` },
    ]),
  );

/** The same failures, each answered with an HTML page. */
export const describeFailurePages = (...statuses: number[]): Record<number, AnswerDescription> =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { ...describeHtmlResponse(failures[status]?.says ?? ''), name: `Page${status}` },
    ]),
  );

/** The headers of every page for people. */
const htmlPageHeaders = {
  'Content-Security-Policy':
    'Nothing but its style and its script, each by its hash, and the lender’s logo; never in a frame.',
  'Referrer-Policy': '`no-referrer`: the path is a key.',
  Vary: '`Accept-Language`',
};

/** An answer that is a page for people. */
export const describeHtmlResponse = (says: string): AnswerDescription => ({
  says,
  type: 'text/html',
  headers: htmlPageHeaders,
});

export const describeEmptyAnswer = (says: string): AnswerDescription => ({ says });

export const describeRedirect = (says: string): AnswerDescription => ({
  says,
  headers: { Location: says, 'Referrer-Policy': '`no-referrer`' },
});

/** The failure statuses of any request with a token. */
export const authenticatedRequestFailureStatuses = [401, 403, 429, 503] as const;
/** The failure statuses of a request with a token that may call Codat. */
export const authenticatedCodatCallFailureStatuses = [...authenticatedRequestFailureStatuses, 502] as const;
/** The failure statuses of a request with a body. */
export const requestBodyFailureStatuses = [400, 408, 413] as const;

export const cacheControlParameter: Readonly<Record<string, ParameterDescription>> = {
  'Cache-Control': {
    in: 'header',
    says: '`no-cache`: the answer is not older than the request. Otherwise it may be some seconds old.',
  },
};
