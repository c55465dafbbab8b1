import type { BufferedResponse } from '../../request.js';
import { findCachingFault } from '../check-json-response.js';
import { createAdvice, createFault, createUnsafeFault, type MaybeFault } from '../findings.js';
import { foreignOrigin, type CheckContext } from '../check-context.js';

/** Sends forged links, and a forged return from Codat, to the routes that a person's browser opens. */
export async function checkForgedLinksAndReturns(
  { findings, prober }: CheckContext,
  gateway: string,
): Promise<void> {
  for (const path of ['/link/forged', '/share/forged']) {
    const name = `GET ${path.replace('forged', '…')}`;
    const answer = await prober.send(gateway + path);
    findings.add(name, 'A forged link opens a page that says so.', [
      findForgedLinkFault(name, answer),
      answer && answer.status < 500 && findPageHeaderFault(name, answer),
    ]);
  }
  const evil = encodeURIComponent(`${foreignOrigin}/`);
  const query = ['returnTo', 'redirect', 'redirect_uri', 'next', 'url']
    .map((name) => `${name}=${evil}`)
    .join('&');
  const back = await prober.send(
    `${gateway}/return?state=forged&connectionId=forged&statusCode=200&${query}`,
  );
  findings.add('GET /return', 'A forged return leads to a page of the lender’s, with nothing known.', [
    findReturnFault(back),
  ]);
}

function findForgedLinkFault(name: string, answer: BufferedResponse | undefined): MaybeFault {
  if (!answer) return createFault(`${name} is not answered.`, 'Answer with a page that says what to do.');
  const { status } = answer;
  if (status >= 300 && status < 400)
    return createUnsafeFault(
      `${name} redirects someone with a forged link.`,
      'Verify the link before you redirect anyone.',
    );
  if (status < 300)
    return createFault(
      `${name} is answered ${status} for a forged link.`,
      'Verify the link, and answer 404 or 410.',
    );
  if (status >= 500)
    return createFault(
      `${name} is answered ${status} for a forged link.`,
      'Answer 404 or 410 when a link is not yours.',
    );
  return undefined;
}

/** The faults of the headers of a page whose URL is a secret. */
function findPageHeaderFault(name: string, answer: BufferedResponse): MaybeFault {
  const { headers } = answer;
  const cure =
    "Send Referrer-Policy: no-referrer and Content-Security-Policy: frame-ancestors 'none' with each page.";
  if (headers.get('Referrer-Policy') !== 'no-referrer')
    return createAdvice(`${name} passes its address, which is a key, on to the next page.`, cure);
  if (
    headers.get('Content-Security-Policy')?.includes('frame-ancestors') !== true &&
    !headers.has('X-Frame-Options')
  )
    return createAdvice(`${name} can be shown in another site’s frame.`, cure);
  return findCachingFault(name, answer);
}

function findReturnFault(answer: BufferedResponse | undefined): MaybeFault {
  if (!answer || answer.status < 300 || answer.status >= 400) {
    return createFault(
      `A forged return is answered ${answer?.status ?? 'nothing'}.`,
      'Redirect with 303 to a page of the lender’s, with #codat=unknown.',
    );
  }
  const location = answer.headers.get('Location') ?? '';
  if (location.startsWith(foreignOrigin))
    return createUnsafeFault(
      'GET /return redirects to wherever its query says.',
      'Take the page to return to from the signed state alone.',
    );
  if (/#codat=(?!unknown)/.test(location))
    return createUnsafeFault(
      'A forged return gets a ticket.',
      'Verify state before you trust anything of the query.',
    );
  if (!location.includes('#codat=unknown'))
    return createFault(
      'A forged return does not say #codat=unknown.',
      'Add #codat=unknown to the page’s address, by which <connection-result> knows.',
    );
  return findCachingFault('GET /return', answer);
}
