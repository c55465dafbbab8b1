import { npmPageUrl, type FixableIssue, type Finding } from '../finding.js';

const fetchSpec = 'https://fetch.spec.whatwg.org/#http-cors-protocol';
const httpSpec = 'https://www.rfc-editor.org/rfc/rfc9110';

/** The sections of the standards that a finding refers to, by topic. */
export const specificationUrls = {
  caching: 'https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2.5',
  conditional: `${httpSpec}#section-13.1.2`,
  contentType: `${httpSpec}#section-8.3`,
  cookies: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie',
  cors: fetchSpec,
  etag: `${httpSpec}#section-8.8.3`,
  events: 'https://html.spec.whatwg.org/multipage/server-sent-events.html',
  jwt: 'https://www.rfc-editor.org/rfc/rfc8725',
  methods: `${httpSpec}#section-15.5.6`,
  nosniff: 'https://fetch.spec.whatwg.org/#x-content-type-options-header',
  tokens: 'https://www.rfc-editor.org/rfc/rfc6750#section-3',
  vary: 'https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches',
} as const;

const faultCreator =
  (is: FixableIssue['is']) =>
  (says: string, cure: string, page: string = npmPageUrl): FixableIssue => ({ is, says, cure, page });

export const createAdvice = faultCreator('advice');
export const createFault = faultCreator('fault');
export const createUnsafeFault = faultCreator('unsafe');

/** Something to change, or nothing. */
export type MaybeFault = FixableIssue | undefined | false;

/** The findings of a run, in the order of its checks. */
export class Findings {
  readonly all: Finding[] = [];

  /** Records a check that was made: each fault, or `says` if there is none. */
  add(check: string, says: string, faults: readonly MaybeFault[]): void {
    const found = faults.filter((each) => each !== undefined && each !== false);
    if (found.length === 0) this.all.push({ check, is: 'ok', says });
    for (const each of found) this.all.push({ check, ...each });
  }

  /** Records a check that could not be made; `says` why. */
  skip(check: string, says: string): void {
    this.all.push({ check, is: 'skipped', says });
  }
}
