import { EventStream } from '../event-stream.js';
import type { Loss, News } from '../../changes/news.js';
import { Problem, notFound, report } from '../../problem.js';
import type { RateLimiter } from '../../limits/rate-limiter.js';
import type { Settings } from '../../settings.js';
import type { Shutdown } from '../../shutdown.js';
import { endOf, type Signer } from '../../auth/signer.js';
import { bearer, companyOf, nothingYet, type Routes, type Visit } from '../visit.js';

/** Milliseconds after which both ends are shown that the other is there; proxies often end what is silent for a minute. */
const beat = 25_000;

/** What a page that listened is told, in a comment, before its stream ends: it is to listen again. */
const reasons: Readonly<Record<Loss, string>> = {
  'bus-lost': 'other processes can not be heard: listen again',
  closing: 'this server is being stopped: listen again',
  crowded: 'too many listen here: listen again',
};

interface EventParts {
  readonly news: News;
  readonly rateLimiter: RateLimiter;
  readonly settings: Settings;
  readonly shutdown: Shutdown;
  readonly signer: Signer;
}

/** `GET /events`: tells a page where to look again, for as long as its token is good. */
export function eventRoutes({ news, rateLimiter, settings, shutdown, signer }: EventParts): Routes {
  return {
    '/events': {
      async GET(visit) {
        if (settings.webhookSecrets.length === 0) throw notFound();
        const company = await companyOf(visit, signer, settings);
        if (visit.req.method === 'HEAD') return nothingYet();
        shutdown.demandOpen();
        rateLimiter.take('events', { company });

        const stream = new EventStream();
        const unfollow = await news.follow(company, {
          look: (look) => stream.send('look', look),
          lost: (why) => {
            stream.remark(reasons[why]);
            stream.end();
          },
        });
        stream.over.addEventListener('abort', unfollow);
        endWithToken(stream, visit);
        stream.remark('open');
        return stream.toResponse();
      },
    },
  };

  function endWithToken(stream: EventStream, visit: Visit): void {
    const lasts = endOf(bearer(visit)) - settings.now();
    const end = setTimeout(() => stream.end(), lasts);
    let asking = false;
    const beats = setInterval(() => {
      // A host that does not answer in all this time does not say that the person is signed in.
      if (asking) {
        stream.end();
        return;
      }
      asking = true;
      companyOf(visit, signer, settings).then(
        () => {
          asking = false;
          stream.remark('beat');
        },
        (thrown: unknown) => {
          if (!(thrown instanceof Problem)) report(thrown, settings.tell);
          stream.end();
        },
      );
    }, beat);
    stream.over.addEventListener('abort', () => {
      clearTimeout(end);
      clearInterval(beats);
    });
  }
}
