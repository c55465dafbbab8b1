import type { Database } from './database.js';
import { ApiError } from './routes/api-error.js';

const daySeconds = 24 * 60 * 60;

/** Codat's daily quota: 1000 × (1 + companies with a linked connection), reset at 00:00 UTC (https://docs.codat.io/using-the-api/rate-limits). */
export class Quota {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Counts and answers one request, or answers 429 when the quota is used up. */
  async countAndAnswer(answer: () => Promise<Response>): Promise<Response> {
    const today = this.#today();
    if (today.remaining <= 0) {
      return new ApiError(429, 'Daily quota exceeded').toResponse({ 'Retry-After': String(today.seconds) });
    }
    this.#database.state.quota = { day: today.day, used: today.used + 1 };
    return answer();
  }

  /** Adds the headers `X-Rate-Limit-…` to a response. */
  addHeaders(response: Response): Response {
    const { limit, remaining, day } = this.#today();
    const withHeaders = new Response(response.body, response);
    withHeaders.headers.set('X-Rate-Limit-Limit', String(limit));
    withHeaders.headers.set('X-Rate-Limit-Remaining', String(remaining));
    withHeaders.headers.set('X-Rate-Limit-Reset', String((day + 1) * daySeconds));
    return withHeaders;
  }

  #today() {
    const { now, state } = this.#database;
    const seconds = now / 1000;
    const day = Math.floor(seconds / daySeconds);
    const active = state.companies.filter(({ connections }) =>
      connections.some(({ status }) => status === 'Linked'),
    );
    const limit = 1000 * (1 + active.length);
    const used = state.quota.day === day ? state.quota.used : 0;
    return {
      day,
      limit,
      used,
      remaining: Math.max(0, limit - used),
      seconds: Math.ceil((day + 1) * daySeconds - seconds),
    };
  }
}
