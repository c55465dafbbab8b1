import type { Memory } from './memory.js';
import { Refusal } from './routes/refusal.js';

const dayLasts = 24 * 60 * 60;

/** Codat's daily allowance: 1000 × (1 + companies with a linked connection), anew at 00:00 UTC (rate-limits). */
export class Quota {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** Counts one request and answers it, unless there are none left today. */
  async count(answer: () => Promise<Response>): Promise<Response> {
    const today = this.#today();
    if (today.left <= 0) {
      return new Refusal(429, 'Daily quota exceeded').toResponse({ 'Retry-After': String(today.seconds) });
    }
    this.#memory.state.quota = { day: today.day, used: today.used + 1 };
    return answer();
  }

  /** Says on an answer how much is left. */
  mark(response: Response): Response {
    const { limit, left, day } = this.#today();
    const marked = new Response(response.body, response);
    marked.headers.set('X-Rate-Limit-Limit', String(limit));
    marked.headers.set('X-Rate-Limit-Remaining', String(left));
    marked.headers.set('X-Rate-Limit-Reset', String((day + 1) * dayLasts));
    return marked;
  }

  #today() {
    const { now, state } = this.#memory;
    const seconds = now / 1000;
    const day = Math.floor(seconds / dayLasts);
    const active = state.companies.filter(({ connections }) =>
      connections.some(({ status }) => status === 'Linked'),
    );
    const limit = 1000 * (1 + active.length);
    const used = state.quota.day === day ? state.quota.used : 0;
    return {
      day,
      limit,
      used,
      left: Math.max(0, limit - used),
      seconds: Math.ceil((day + 1) * dayLasts - seconds),
    };
  }
}
