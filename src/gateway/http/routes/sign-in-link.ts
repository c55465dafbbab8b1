import { html } from 'hono/html';
import { seeOther } from '../../responses.js';
import { pageResponse, errorPageResponse } from '../page.js';
import type { LenderBranding } from '../pages/lender-branding.js';
import type { PageWords } from '../pages/page-words.js';
import { negotiatePageLocalization, type PageLocalization } from '../pages/page-localizations.js';
import { HttpError } from '../../http-error.js';
import type { RateLimiter } from '../../limits/rate-limiter.js';
import type { ParsedSettings } from '../../settings.js';
import { attemptIdSchema, type Signer } from '../../auth/signer.js';
import type { WorkTracker } from '../../work-tracker.js';
import type { SignInRedirector } from '../sign-in-redirector.js';
import {
  isCrossOriginForm,
  isNavigationFromLenderPage,
  isPrefetch,
  noContent,
  pathParam,
  convertAndReportRequestError,
  type HandlersByPathAndMethod,
  type RequestContext,
} from '../request-context.js';

interface LinkDeps {
  readonly rateLimiter: RateLimiter;
  readonly settings: ParsedSettings;
  readonly workTracker: WorkTracker;
  readonly signer: Signer;
  readonly signIn: SignInRedirector;
}

/**
 * `/link/{signed}`: redirects a person to Codat's one-time link, which is never on a page, in a log or in a cache. A GET
 * redirects at once if the person is signed in for the link's company, or comes from a page of the lender's, where our
 * elements open it on a click. Anyone else got the URL from another person, and first gets a page with an explanation,
 * whose button submits the POST.
 */
export function createSignInLinkHandlers({
  rateLimiter,
  settings,
  workTracker,
  signer,
  signIn,
}: LinkDeps): HandlersByPathAndMethod {
  const withErrorPage =
    (handle: (c: RequestContext, link: Link) => Promise<Response>) =>
    async (c: RequestContext): Promise<Response> => {
      // Codat's link opens once, so a prefetch must not use it up.
      if (c.req.method === 'HEAD' || isPrefetch(c)) return noContent();
      try {
        if (c.req.method === 'POST') workTracker.assertOpen();
        return await handle(c, await readLink(c));
      } catch (thrown) {
        const error = convertAndReportRequestError(c, thrown, settings);
        const localization = negotiatePageLocalization(c, settings.localizations);
        const { signInProblems: notices, goBack } = localization.words;
        return errorPageResponse(
          localization,
          settings.branding,
          notices[noticeNames[error.status] ?? 'unavailable'],
          error,
          {
            href: settings.returnTo[0],
            ...goBack,
          },
        );
      }
    };
  const readLink = async (c: RequestContext): Promise<Link> => {
    const signed = pathParam(c, 'signed');
    const claims = await signer.verify('link', signed);
    if (!claims) throw expired();
    c.set('company', claims.company);
    const returnTo = readReturnTo(c, settings);
    const signedInCompany = await settings.company(c.req.raw, c.env.context);
    if (signedInCompany !== null && signedInCompany !== claims.company) {
      throw new HttpError(403, 'This link is for another company.');
    }
    return {
      ...claims,
      returnTo,
      attempt: attemptIdSchema.safeParse(c.req.query('attempt')).data,
      signature: signatureOf(signed),
      isSignedIn: signedInCompany !== null,
    };
  };

  return {
    '/link/:signed': {
      GET: withErrorPage(async (c, link) => {
        const { attempt, company, connection, platform, returnTo, signature: target, isSignedIn } = link;
        if (isSignedIn || isNavigationFromLenderPage(c, settings)) {
          rateLimiter.take('link', { company, target });
          return signIn.redirect({ attempt, company, connection, for: 'own', returnTo });
        }
        rateLimiter.take('link-page', { company, target });
        if (platform === undefined) throw expired();
        return forwardedPage(
          platform,
          settings.branding,
          negotiatePageLocalization(c, settings.localizations),
        );
      }),
      POST: withErrorPage(async (c, { company, connection, returnTo, signature: target }) => {
        if (isCrossOriginForm(c, settings)) return seeOther(ownAddress(c, settings));
        rateLimiter.take('link-open', { company, target });
        return signIn.redirect({ company, connection, for: 'shared', returnTo });
      }),
    },
  };
}

/** A verified link. */
interface Link {
  readonly company: string;
  readonly connection: string;
  readonly platform?: string | undefined;
  readonly returnTo: string;
  readonly attempt: string | undefined;
  /** Identifies the link in rate limits. */
  readonly signature: string;
  /** Whether the person is signed in for the link's company. */
  readonly isSignedIn: boolean;
}

const signatureOf = (signed: string): string => signed.slice(signed.lastIndexOf('.') + 1);

const expired = (): HttpError => new HttpError(410, 'This link is not one of ours, or has run out.');

/** The URL of this request, for a GET of the page with the explanation. */
const ownAddress = (c: RequestContext, { origin }: ParsedSettings): string => {
  const { pathname, search } = new URL(c.req.url);
  return origin + pathname + search;
};

/** The page for a forwarded link: names the lender and the platform, and says that the data is read for another business. */
function forwardedPage(
  platform: string,
  branding: LenderBranding,
  localization: PageLocalization,
): Promise<Response> {
  const { lender } = branding;
  const { title, next, continueTo } = localization.words.invitation;
  const content = html`
    <p>${localization.words.handedOn.why(lender, platform)}</p>
    <p>${next(lender, platform)}</p>
    <form method="post"><button>${continueTo(platform)}</button></form>
  `;
  return pageResponse(localization, branding, title(lender, platform), content, { forms: 'anywhere' });
}

function readReturnTo(c: RequestContext, { returnTo, origin }: ParsedSettings): string {
  const requested = c.req.query('returnTo');
  if (requested === undefined) return returnTo[0];
  const href = URL.canParse(requested, origin) ? new URL(requested, origin).href : '';
  if (!returnTo.includes(href))
    throw new HttpError(400, 'The page to return to is not on the lender’s list.');
  return href;
}

const noticeNames: Readonly<Record<number, keyof PageWords['signInProblems']>> = {
  400: 'incomplete',
  403: 'anothers',
  404: 'missing',
  410: 'expired',
};
