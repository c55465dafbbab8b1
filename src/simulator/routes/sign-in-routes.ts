import type { ConnectionWithRelations, Database } from '../database.js';
import {
  respondWithEndPage,
  respondWithErrorPage,
  respondWithSignInPage,
  respondWithUnusableLinkPage,
} from '../pages/pages.js';
import { fillRedirect, type SignInStatusCode } from '../sign-in-redirect.js';
import { ApiError } from './api-error.js';
import { createRoute, type RouteContext, type Route } from './router.js';

type SignInContext = RouteContext<'companyId' | 'connectionId'>;

/** The results of the page's buttons, by the value they submit. */
const outcomes: ReadonlyMap<string | null, SignInStatusCode> = new Map([
  ['allow', '200'],
  ['cancel', '403'],
  ['error', '500'],
  ['unsupported', '501'],
]);

/** The sign-in pages that a link opens, in place of a platform's own. */
export function createSignInRoutes(
  database: Database,
  {
    redirectUrl,
    oneTimeLinks,
    organisationOf,
  }: {
    readonly redirectUrl: string | undefined;
    readonly oneTimeLinks: boolean;
    readonly organisationOf: (company: string) => string;
  },
): readonly Route[] {
  const start = '/companies/{companyId}/connections/{connectionId}/start';

  /** The connection of a link; undefined when the link was used or has expired. */
  const findOpenable = ({
    url,
    params: { companyId, connectionId },
  }: SignInContext): ConnectionWithRelations | undefined => {
    const found = database.connection(companyId, connectionId);
    const open = !oneTimeLinks || database.canOpen(connectionId, url.searchParams.get('otp'));
    return open ? found : undefined;
  };

  return [
    createRoute('GET', start, (context) =>
      withErrorPage(() => {
        const found = findOpenable(context);
        if (!found) return respondWithUnusableLinkPage();
        const { otp = null, ...extras } = Object.fromEntries(context.url.searchParams);
        database.spendLink(otp);
        const { connection, company } = found;
        const organisation = connection.organisation ?? organisationOf(company.name.trim());
        return respondWithSignInPage(
          found,
          database.startSignIn(connection.id, extras),
          organisation || 'Demo Company',
        );
      }),
    ),
    // Mail scanners and previews send HEAD, which must not use up the link.
    createRoute('HEAD', start, (context) =>
      withErrorPage(() => {
        const { status, headers } = findOpenable(context)
          ? respondWithEndPage('201')
          : respondWithUnusableLinkPage();
        return new Response(null, { status, headers });
      }),
    ),
    createRoute('POST', start, async ({ request, params: { companyId, connectionId } }) => {
      const form = new URLSearchParams(await request.text());
      return withErrorPage(() => {
        database.connection(companyId, connectionId);
        const chosen = outcomes.get(form.get('outcome'));
        if (!chosen) return respondWithErrorPage(400);
        const signIn = database.takeSignIn(connectionId, form.get('signIn'));
        if (!signIn) return respondWithUnusableLinkPage();
        const status = applyOutcome(
          database,
          connectionId,
          chosen,
          form.get('organisation')?.trim() || 'Demo Company',
        );
        const found = database.connection(companyId, connectionId);
        return redirectUrl
          ? redirect(fillRedirect(redirectUrl, found, status, signIn.extras))
          : respondWithEndPage(status);
      });
    }),
  ];
}

/** Applies the button that the person chose, and returns the result. */
function applyOutcome(
  database: Database,
  connectionId: string,
  chosen: SignInStatusCode,
  organisation: string,
): SignInStatusCode {
  const { status } = database.findConnection(connectionId).connection;
  if (chosen === '200') database.authorize(connectionId, organisation);
  else if (chosen === '403' && status === 'Linked') return '201';
  else if (chosen !== '201') database.addError(connectionId, chosen);
  return chosen;
}

function redirect(location: string): Response {
  const headers = { Location: location, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };
  return new Response(null, { status: 303, headers });
}

/** Turns an error into a page instead of JSON, since a person sees it. */
function withErrorPage(render: () => Response): Response {
  try {
    return render();
  } catch (thrown) {
    if (thrown instanceof ApiError) return respondWithErrorPage(thrown.status);
    throw thrown;
  }
}
