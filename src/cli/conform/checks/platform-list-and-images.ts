import { platformList } from '../../../gateway/operations/schemas.js';
import type { BufferedResponse } from '../../request.js';
import {
  createAdvice,
  createFault,
  specificationUrls,
  createUnsafeFault,
  type MaybeFault,
} from '../findings.js';
import { readLocationWithoutQuery, checkJsonResponse } from '../check-json-response.js';
import type { CheckContext, PeopleWithTokens } from '../check-context.js';

/** Checks the list of platforms, which caches share, and its first image. */
export async function checkPlatformListAndImages(
  context: CheckContext,
  gateway: string,
  { first }: PeopleWithTokens,
): Promise<void> {
  const { findings, prober } = context;
  const url = `${gateway}/platforms`;
  const answer = await prober.send(url);
  const { faults, body } = checkJsonResponse('GET /platforms', answer, {
    body: platformList,
    noStore: false,
  });
  findings.add('platforms', 'The platforms are there, for browsers and CDNs to keep.', [
    ...faults,
    body && answer && findPublicCachingFault(answer),
  ]);
  if (!answer || !body) return;
  findings.add('platforms: ETag', 'A cache that has the platforms gets 304, and any other the platforms.', [
    await findConditionalRequestFault(context, url, answer),
  ]);
  const asPerson = first && (await prober.send(url, { person: first.person }));
  const again = await prober.send(url);
  const tagOf = (each: BufferedResponse | undefined) => each?.headers.get('ETag');
  const hasMoved = again?.text !== answer.text;
  findings.add('platforms for all', 'They are the same for everyone, and change with their ETag.', [
    asPerson &&
      !hasMoved &&
      asPerson.text !== answer.text &&
      createUnsafeFault(
        'The platforms differ by person and may be cached by all.',
        'Answer everyone alike, without looking at cookies.',
        specificationUrls.caching,
      ),
    hasMoved &&
      typeof tagOf(answer) === 'string' &&
      tagOf(again) === tagOf(answer) &&
      createFault(
        'The platforms change and their ETag does not, so that pages keep an old list.',
        'Make the ETag of the body, such as its SHA-256.',
        specificationUrls.etag,
      ),
  ]);
  await checkImage(context, gateway, answer.text);
}

function findPublicCachingFault({ headers }: BufferedResponse): MaybeFault {
  const control = headers.get('Cache-Control') ?? '';
  if (headers.getSetCookie().length > 0)
    return createUnsafeFault(
      'The platforms, which caches share, set a cookie.',
      'Set no cookie on what is cached.',
      specificationUrls.caching,
    );
  if (/\bprivate\b|no-store/i.test(control) || !/max-age=[1-9]/i.test(control)) {
    return createAdvice(
      'The platforms can’t be cached, so that each page loads them anew.',
      'Set Cache-Control: public, max-age=600, stale-while-revalidate=86400.',
      specificationUrls.caching,
    );
  }
  return undefined;
}

/** How many times to request the list until its ETag stays the same: it changes while images are still arriving. */
const maxTries = 3;

async function findConditionalRequestFault(
  { prober }: CheckContext,
  url: string,
  first: BufferedResponse,
): Promise<MaybeFault> {
  let current = first;
  for (let tries = 1; ; tries++) {
    const tag = current.headers.get('ETag');
    if (tag === null)
      return createAdvice(
        'The platforms have no ETag, so that they are sent whole each time.',
        'Add an ETag that changes with the body.',
        specificationUrls.etag,
      );
    if (!/^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/.test(tag))
      return createFault(
        'The ETag of the platforms is not in quotation marks.',
        'Write it as "…" or W/"…".',
        specificationUrls.etag,
      );
    const again = await prober.send(url, { headers: { 'If-None-Match': tag } });
    if (again?.status === 200 && again.headers.get('ETag') !== tag && tries < maxTries) {
      current = again;
      continue;
    }
    if (again?.status !== 304) {
      return createFault(
        `The platforms with their own ETag in If-None-Match are answered ${again?.status ?? 'nothing'} rather than 304.`,
        'Compare If-None-Match with the ETag of what you would send, each of a list of them, with or without W/.',
        specificationUrls.conditional,
      );
    }
    const withoutWeakPrefix = (text: string | null) => text?.replace(/^W\//, '');
    if (withoutWeakPrefix(again.headers.get('ETag')) !== withoutWeakPrefix(tag))
      return createFault(
        'A 304 has not the ETag that it confirms.',
        'Send ETag and Cache-Control with a 304 too.',
        specificationUrls.conditional,
      );
    if (again.text !== '')
      return createFault('A 304 has a body.', 'Send none.', specificationUrls.conditional);
    break;
  }
  const other = await prober.send(url, { headers: { 'If-None-Match': '"another"' } });
  if (other?.status !== 200) {
    return createFault(
      `The platforms with another ETag in If-None-Match are answered ${other?.status ?? 'nothing'} rather than 200.`,
      'Answer 304 only when a tag of If-None-Match is the current one: a page would keep an old list for ever.',
      specificationUrls.conditional,
    );
  }
  return undefined;
}

async function checkImage({ findings, prober }: CheckContext, gateway: string, list: string): Promise<void> {
  const check = 'images';
  const images = list.matchAll(/"src":"([^"]+)"|"logoUrl":"([^"]+)"/g);
  const [address] = Array.from(images, ([, src, logo]) => src ?? logo ?? '').filter((each) => each !== '');
  if (address === undefined) {
    findings.skip(check, 'No platform has an image.');
    return;
  }
  if (!URL.canParse(address, gateway) || new URL(address, gateway).origin !== new URL(gateway).origin) {
    findings.add(check, '', [
      createAdvice(
        'Images are loaded from another host.',
        'Serve them yourself: pages with a Content Security Policy show no others, and nobody else learns who reads.',
      ),
    ]);
    return;
  }
  const image = await prober.send(new URL(address, gateway).href);
  const type = image?.headers.get('Content-Type') ?? '';
  const policy = image?.headers.get('Content-Security-Policy') ?? '';
  findings.add(check, 'Images are served, and run no script.', [
    image?.status !== 200
      ? createFault(
          `An image of the list is answered ${image?.status ?? 'nothing'}${image && image.status < 400 && image.status >= 300 ? ` to ${readLocationWithoutQuery(image)}` : ''}.`,
          'Serve every image that the list names.',
        )
      : !type.startsWith('image/') &&
        createFault(
          `An image has the type ${type || 'of nothing'}.`,
          'Set the Content-Type of the image.',
          specificationUrls.contentType,
        ),
    type.includes('svg') &&
      !/sandbox|script-src 'none'|default-src 'none'/.test(policy) &&
      createUnsafeFault(
        'An SVG image could run scripts on this origin when it is opened by itself.',
        "Serve images with Content-Security-Policy: sandbox; default-src 'none'; style-src 'unsafe-inline'.",
      ),
  ]);
}
