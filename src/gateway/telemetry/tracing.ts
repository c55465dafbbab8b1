import type { AttributeValue, Attributes, Context, Span, SpanOptions } from '@opentelemetry/api';
import type { CodatEndpoint } from './codat-endpoint.js';
import type { RoutePath } from '../operations/operations-by-path.js';
import { toErrorDetailsWithoutMessage, type Method } from './gateway-event.js';

/** OpenTelemetry's API, which hands spans to the SDK that the host has registered, or to nobody. */
type OpenTelemetry = typeof import('@opentelemetry/api');

type ServerAddress = Pick<URL, 'protocol' | 'hostname' | 'port'>;

interface AnsweredRequest {
  readonly route: RoutePath | undefined;
  readonly method: Method;
  readonly status: number;
}

/** The span of one request to the gateway. */
interface RequestSpan {
  /** The id of its trace; undefined where no SDK is registered. */
  readonly trace: string | undefined;
  readonly end: (request: AnsweredRequest) => void;
}

interface CodatCall {
  readonly method: Method;
  readonly endpoint: CodatEndpoint;
  /** How often it was sent before. */
  readonly resends: number;
  readonly server: ServerAddress;
}

/**
 * Spans of OpenTelemetry, named as its semantic conventions for HTTP say
 * (https://opentelemetry.io/docs/specs/semconv/http/http-spans/). No attribute can hold a token, a name, a company or a
 * URL: paths are patterns. Does nothing where the package `@opentelemetry/api` is missing.
 */
export class Tracing {
  readonly #baseUrl: URL;
  #api: OpenTelemetry | undefined;
  #loading: Promise<void> | undefined;

  constructor(baseUrl: string, load: () => Promise<OpenTelemetry>) {
    this.#baseUrl = new URL(baseUrl);
    this.#loading = load()
      .then(
        (api) => void (this.#api = api),
        () => undefined,
      )
      .finally(() => (this.#loading = undefined));
  }

  /** Runs the work in a span of the request, which belongs to the trace of the code around it, else to its `traceparent`. */
  async inRequest<Result>(
    { headers }: Request,
    work: (span: RequestSpan | undefined) => Promise<Result>,
  ): Promise<Result> {
    await this.#loading;
    const api = this.#api;
    if (!api) return work(undefined);
    const options: SpanOptions = { kind: api.SpanKind.SERVER };
    return this.#tracer(api).startActiveSpan('HTTP', options, parentOf(api, headers), (span) =>
      work({
        trace: traceIdOf(api, span),
        // Without an SDK nobody reads the attributes, which cost more than the rest.
        end: (request) => (span.isRecording() ? this.#endRequest(api, span, request) : span.end()),
      }),
    );
  }

  /** Sends a request to Codat in a span. */
  async inCall(
    { method, endpoint, resends, server }: CodatCall,
    send: () => Promise<Response>,
  ): Promise<Response> {
    const api = this.#api;
    if (!api) return send();
    const path = `/${endpoint}`;
    const options: SpanOptions = {
      kind: api.SpanKind.CLIENT,
      attributes: present({
        'http.request.method': method,
        'http.request.resend_count': resends || undefined,
        'url.template': path,
        ...serverAttributes(server),
      }),
    };
    return this.#tracer(api).startActiveSpan(`${method} ${path}`, options, async (span) => {
      try {
        const response = await send();
        endSpan(api, span, response.status, response.status >= 400);
        return response;
      } catch (thrown) {
        const { code, error } = toErrorDetailsWithoutMessage(thrown);
        span.setStatus({ code: api.SpanStatusCode.ERROR });
        span.setAttribute('error.type', code ?? error ?? '_OTHER');
        span.end();
        throw thrown;
      }
    });
  }

  #tracer(api: OpenTelemetry) {
    return api.trace.getTracer('codat-connect-elements');
  }

  #endRequest(api: OpenTelemetry, span: Span, { method, route, status }: AnsweredRequest): void {
    const verb = method === 'other' ? '_OTHER' : method;
    const path = route && this.#baseUrl.pathname.replace(/\/$/, '') + route;
    span.updateName(`${method === 'other' ? 'HTTP' : method}${path ? ` ${path}` : ''}`);
    span.setAttributes(
      present({
        'http.request.method': verb,
        'http.route': path,
        'url.scheme': this.#baseUrl.protocol.slice(0, -1),
        ...serverAttributes(this.#baseUrl),
      }),
    );
    endSpan(api, span, status, status >= 500);
  }
}

/** Imports OpenTelemetry's API; rejects where it isn't installed. The import is hidden from bundlers, since most hosts don't have it. */
export function importOpenTelemetry(): Promise<OpenTelemetry> {
  const name = '@opentelemetry/api';
  return import(
    /* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ name
  ) as Promise<OpenTelemetry>;
}

/** The context with the trace that is active around the gateway, as on an instrumented server, else with that of `traceparent`. */
function parentOf(api: OpenTelemetry, headers: Headers): Context {
  const active = api.context.active();
  if (api.trace.getSpan(active) || !headers.has('traceparent')) return active;
  // Nothing else is read, such as `baggage`, which may hold anything.
  const carrier = {
    traceparent: headers.get('traceparent') ?? undefined,
    tracestate: headers.get('tracestate') ?? undefined,
  };
  return api.propagation.extract(active, present(carrier));
}

function traceIdOf(api: OpenTelemetry, span: Span): string | undefined {
  const context = span.spanContext();
  return api.isSpanContextValid(context) ? context.traceId : undefined;
}

function endSpan(api: OpenTelemetry, span: Span, status: number, hasFailed: boolean): void {
  span.setAttribute('http.response.status_code', status);
  if (hasFailed) {
    span.setStatus({ code: api.SpanStatusCode.ERROR });
    span.setAttribute('error.type', String(status));
  }
  span.end();
}

const serverAttributes = ({ protocol, hostname, port }: ServerAddress): Attributes => ({
  'server.address': hostname,
  'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
});

/** The attributes that have a value. */
const present = (attributes: Readonly<Record<string, AttributeValue | undefined>>): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
