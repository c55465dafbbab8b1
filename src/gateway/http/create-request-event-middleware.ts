import type { MiddlewareHandler } from 'hono';
import type { Method } from '../telemetry/gateway-event.js';
import type { ParsedSettings } from '../settings.js';
import type { RequestContext, Env } from './request-context.js';

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS']);

const isKnown = (method: string): method is Method => methods.has(method);

/** Middleware that emits an event and ends a span for every request once it is answered. */
export function createRequestEventMiddleware({ emit, tracing }: ParsedSettings): MiddlewareHandler<Env> {
  return (c, next) =>
    tracing.inRequest(c.req.raw, async (span) => {
      const began = performance.now();
      await next();
      const answered = {
        route: c.get('route'),
        method: isKnown(c.req.method) ? c.req.method : ('other' as const),
        status: c.res.status,
      };
      span?.end(answered);
      emit({
        type: 'request',
        ...answered,
        ms: Math.round(performance.now() - began),
        company: c.get('company'),
        correlationId: c.get('correlationId'),
        trace: span?.trace ?? traceOf(c),
      });
    });
}

/** The trace id of the header `traceparent` (https://www.w3.org/TR/trace-context/#traceparent-header). */
const traceOf = ({ req }: RequestContext): string | undefined =>
  /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-/.exec(req.header('traceparent') ?? '')?.[1];
