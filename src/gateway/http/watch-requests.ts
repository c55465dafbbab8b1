import type { MiddlewareHandler } from 'hono';
import type { Method } from '../telemetry/gateway-event.js';
import type { Settings } from '../settings.js';
import type { Visit, Visiting } from './visit.js';

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS']);

const isKnown = (method: string): method is Method => methods.has(method);

/** Tells the host of every request once it is answered. */
export function watchRequests({ tell }: Settings): MiddlewareHandler<Visiting> {
  return async (visit, next) => {
    const began = performance.now();
    await next();
    const { method } = visit.req;
    tell({
      type: 'request',
      route: visit.get('route'),
      method: isKnown(method) ? method : 'other',
      status: visit.res.status,
      ms: Math.round(performance.now() - began),
      company: visit.get('company'),
      correlationId: visit.get('correlationId'),
      trace: traceOf(visit),
    });
  };
}

/** The trace's id in the header `traceparent` (https://www.w3.org/TR/trace-context/#traceparent-header). */
const traceOf = ({ req }: Visit): string | undefined =>
  /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-/.exec(req.header('traceparent') ?? '')?.[1];
