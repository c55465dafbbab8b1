import { EventStream } from '../event-stream.js';
import type { SubscriptionEndReason, ChangeFeed } from '../../changes/change-feed.js';
import { HttpError, createNotFoundError, emitUnexpectedError } from '../../http-error.js';
import type { RateLimiter } from '../../limits/rate-limiter.js';
import type { ParsedSettings } from '../../settings.js';
import type { WorkTracker } from '../../work-tracker.js';
import { decodeTokenExpiryMs, type Signer } from '../../auth/signer.js';
import {
  bearerTokenOrEmpty,
  authenticateBearerToken,
  noContent,
  type HandlersByPathAndMethod,
  type RequestContext,
} from '../request-context.js';

/** Less than the minute after which many proxies close an idle connection. */
const heartbeatMs = 25_000;

/** The comment sent before a stream is closed, after which the page should connect again. */
const endComments: Readonly<Record<SubscriptionEndReason, string>> = {
  'bus-lost': 'other processes can not be heard: listen again',
  closing: 'this server is being stopped: listen again',
  crowded: 'too many listen here: listen again',
  forgotten: 'this company was forgotten: ask for another token',
};

interface EventDeps {
  readonly changeFeed: ChangeFeed;
  readonly rateLimiter: RateLimiter;
  readonly settings: ParsedSettings;
  readonly workTracker: WorkTracker;
  readonly signer: Signer;
}

/** `GET /events`: streams change notices to a page, for as long as its token is valid. */
export function createEventStreamHandlers({
  changeFeed,
  rateLimiter,
  settings,
  workTracker,
  signer,
}: EventDeps): HandlersByPathAndMethod {
  return {
    '/events': {
      async GET(c) {
        if (settings.secrets.current.webhookSecrets.length === 0) throw createNotFoundError();
        const company = await authenticateBearerToken(c, signer, settings);
        if (c.req.method === 'HEAD') return noContent();
        workTracker.assertOpen();
        rateLimiter.take('events', { company });

        const stream = new EventStream();
        const unsubscribe = await changeFeed.subscribe(company, {
          onChange: (notice) => stream.send('look', notice),
          onEnd: (reason) => {
            stream.comment(endComments[reason]);
            stream.close();
          },
        });
        stream.closed.addEventListener('abort', unsubscribe);
        closeWithToken(stream, c);
        stream.comment('open');
        return stream.toResponse();
      },
    },
  };

  function closeWithToken(stream: EventStream, c: RequestContext): void {
    const remainingMs = decodeTokenExpiryMs(bearerTokenOrEmpty(c)) - settings.now();
    const timer = setTimeout(() => stream.close(), remainingMs);
    let isAuthenticating = false;
    const heartbeat = setInterval(() => {
      // The host has not answered since the last heartbeat, so the person may have signed out.
      if (isAuthenticating) {
        stream.close();
        return;
      }
      isAuthenticating = true;
      authenticateBearerToken(c, signer, settings).then(
        () => {
          isAuthenticating = false;
          stream.comment('beat');
        },
        (thrown: unknown) => {
          if (!(thrown instanceof HttpError)) emitUnexpectedError(thrown, settings.emit);
          stream.close();
        },
      );
    }, heartbeatMs);
    stream.closed.addEventListener('abort', () => {
      clearTimeout(timer);
      clearInterval(heartbeat);
    });
  }
}
