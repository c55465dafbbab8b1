import { html, type TemplateResult } from 'lit';
import { CodatError, createSession, type ErrorKind, type Session } from '../src/index.js';

/** What can keep an element from what it shows; the rest is for journeys. */
const kinds = [
  'signed-out',
  'token',
  'refused',
  'missing',
  'rejected',
  'busy',
  'unavailable',
  'slow',
  'offline',
  'unreachable',
  'unreadable',
] as const satisfies readonly ErrorKind[];

/** Those that come with an answer, which says what to quote. */
const answered: ReadonlySet<ErrorKind> = new Set(['refused', 'missing', 'rejected', 'busy', 'unavailable']);

const reference = { correlationId: '3f2a9c1b7d4e8f60' };

/** A session that never gets an answer, for this reason. */
const failingBy = (kind: ErrorKind): Session =>
  createSession({
    fetch: () => Promise.reject(new TypeError('Nothing is asked for in this story.')),
    getToken: () =>
      Promise.reject(new CodatError(kind, 'So it is in this story.', answered.has(kind) ? reference : {})),
  });

const sessions = kinds.map((kind) => ({ kind, session: failingBy(kind) }));

/** An element for each kind of error, under its name. */
export function eachFailing(
  draw: (session: Session, heading: TemplateResult) => TemplateResult,
): TemplateResult {
  return html`
    <div
      style="display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 2rem 3rem; align-items: start"
    >
      ${sessions.map(({ kind, session }) =>
        draw(session, html`<h2 slot="heading" style="margin: 0; font-size: 1rem">${kind}</h2>`),
      )}
    </div>
  `;
}

/** How many kinds there are. */
export const kindsOfError = kinds.length;
