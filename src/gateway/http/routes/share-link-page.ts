import { html } from 'hono/html';
import { seeOther } from '../../responses.js';
import { pageResponse, errorPageResponse } from '../page.js';
import { translateDataType } from '../pages/data-type-names.js';
import { negotiatePageLocalization, type PageLocalization } from '../pages/page-localizations.js';
import type { ParsedSettings } from '../../settings.js';
import type { ShareLink, ShareLinks } from '../../share-links/share-links.js';
import type { WorkTracker } from '../../work-tracker.js';
import type { SignInRedirector } from '../sign-in-redirector.js';
import {
  isCrossOriginForm,
  isPrefetch,
  noContent,
  pathParam,
  convertAndReportRequestError,
  type HandlersByPathAndMethod,
  type RequestContext,
} from '../request-context.js';

interface SharePageDeps {
  readonly settings: ParsedSettings;
  readonly shareLinks: ShareLinks;
  readonly workTracker: WorkTracker;
  readonly signIn: SignInRedirector;
}

/**
 * `/share/{secret}`, for the person who has the log-in. A GET changes nothing and makes no call to Codat, since mail
 * scanners send it too; the button's POST redirects to sign in. It does not matter who is signed in here.
 */
export function createShareLinkPageHandlers({
  settings,
  shareLinks,
  workTracker,
  signIn,
}: SharePageDeps): HandlersByPathAndMethod {
  const withErrorPage =
    (handle: (c: RequestContext, secret: string) => Promise<Response>) =>
    async (c: RequestContext): Promise<Response> => {
      if (isPrefetch(c)) return noContent();
      const secret = pathParam(c, 'secret');
      try {
        if (c.req.method === 'POST') workTracker.assertOpen();
        return await handle(c, secret);
      } catch (thrown) {
        const error = convertAndReportRequestError(c, thrown, settings);
        const localization = negotiatePageLocalization(c, settings.localizations);
        const { invitation, invitationProblems: notices } = localization.words;
        const finalNotice = finalNotices[error.status];
        return finalNotice
          ? errorPageResponse(localization, settings.branding, notices[finalNotice], error)
          : errorPageResponse(localization, settings.branding, notices.unavailable, error, {
              href: pageUrl(secret, settings),
              text: invitation.tryAgain,
            });
      }
    };

  return {
    '/share/:secret': {
      GET: withErrorPage(async (c, secret) =>
        invitationPage(
          await shareLinks.find(secret, 'share-page'),
          settings,
          negotiatePageLocalization(c, settings.localizations),
        ),
      ),
      POST: withErrorPage(async (c, secret) => {
        if (isCrossOriginForm(c, settings)) return seeOther(pageUrl(secret, settings));
        return shareLinks.open(secret, c.env.waitUntil, (company, connection) =>
          signIn.redirect({ company, connection, for: 'shared', returnTo: settings.returnTo[0] }),
        );
      }),
    },
  };
}

const pageUrl = (secret: string, { baseUrl }: ParsedSettings): string =>
  `${baseUrl}/share/${encodeURIComponent(secret)}`;

/** The page of a share link: names the lender, the platform, the data that will be read, the time of expiry and the next step. */
function invitationPage(
  { platformName, sourceType, expires }: ShareLink,
  { branding, dataTypes }: ParsedSettings,
  localization: PageLocalization,
): Promise<Response> {
  const { lender } = branding;
  const { title, why, next, reads, until, continueTo } = localization.words.invitation;
  const types = (sourceType && dataTypes[sourceType]) || [];
  const end = new Date(expires);
  const [before, after] = until;
  const content = html`
    <p>${why(lender, platformName)}</p>
    ${
      types.length > 0 &&
      html`<h2>${reads(lender)}</h2>
        <ul>
          ${types.map((type) => html`<li>${translateDataType(type, localization.lang)}</li>`)}
        </ul>`
    }
    <p>${next(lender, platformName)}</p>
    <p>${before}<time datetime="${end.toISOString()}">${formatUtc(end, localization.lang)}</time>${after}</p>
    <form method="post"><button>${continueTo(platformName)}</button></form>
  `;
  return pageResponse(localization, branding, title(lender, platformName), content, { forms: 'anywhere' });
}

/** In UTC: only the recipient's browser knows their time zone, and a script of the page rewrites the time in it. */
const formatUtc = (date: Date, lang: string): string =>
  `${new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(date)} UTC`;

/** The notices for failures that are final; after any other the person can try again. */
const finalNotices: Readonly<Record<number, 'missing' | 'used'>> = { 404: 'missing', 410: 'used' };
