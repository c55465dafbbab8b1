import type { Found, Memory } from '../memory.js';
import { endPage, problemPage, signInPage, usedLinkPage } from '../pages/pages.js';
import { fillRedirect, type SignInStatus } from '../redirect.js';
import { Refusal } from './refusal.js';
import { route, type Call, type Route } from './router.js';

type At = Call<'companyId' | 'connectionId'>;

/** What the page's buttons send. */
const outcomes: ReadonlyMap<string | null, SignInStatus> = new Map([
  ['allow', '200'],
  ['cancel', '403'],
  ['error', '500'],
  ['unsupported', '501'],
]);

/** The pages a person sees when a link is opened, in place of a platform's own. */
export function signInRoutes(
  memory: Memory,
  redirectUrl: string | undefined,
  oneTimeLinks: boolean,
): readonly Route[] {
  const start = '/companies/{companyId}/connections/{connectionId}/start';

  /** What was asked for, where the link still opens. */
  const opened = ({ url, path: { companyId, connectionId } }: At): Found | undefined => {
    const found = memory.connection(companyId, connectionId);
    const open = !oneTimeLinks || memory.canOpen(connectionId, url.searchParams.get('otp'));
    return open ? found : undefined;
  };

  return [
    route('GET', start, (call) =>
      asPage(() => {
        const found = opened(call);
        if (!found) return usedLinkPage();
        const { otp = null, ...extras } = Object.fromEntries(call.url.searchParams);
        memory.spendLink(otp);
        return signInPage(found, memory.beginSignIn(found.connection.id, extras));
      }),
    ),
    // Mail scanners and previews ask this way; it spends nothing.
    route('HEAD', start, (call) =>
      asPage(() => {
        const { status, headers } = opened(call) ? endPage('201') : usedLinkPage();
        return new Response(null, { status, headers });
      }),
    ),
    route('POST', start, async ({ request, path: { companyId, connectionId } }) => {
      const form = new URLSearchParams(await request.text());
      return asPage(() => {
        memory.connection(companyId, connectionId);
        const chosen = outcomes.get(form.get('outcome'));
        if (!chosen) return problemPage(400);
        const signIn = memory.endSignIn(connectionId, form.get('signIn'));
        if (!signIn) return usedLinkPage();
        const status = settle(
          memory,
          connectionId,
          chosen,
          form.get('organisation')?.trim() || 'Demo Company',
        );
        const found = memory.connection(companyId, connectionId);
        return redirectUrl ? goTo(fillRedirect(redirectUrl, found, status, signIn.extras)) : endPage(status);
      });
    }),
  ];
}

/** Makes true what the person chose, and says how that ended. */
function settle(
  memory: Memory,
  connectionId: string,
  chosen: SignInStatus,
  organisation: string,
): SignInStatus {
  const { status } = memory.find(connectionId).connection;
  if (chosen === '200') memory.authorize(connectionId, organisation);
  else if (chosen === '403' && status === 'Linked') return '201';
  else if (chosen !== '201') memory.addError(connectionId, chosen);
  return chosen;
}

function goTo(location: string): Response {
  const headers = { Location: location, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };
  return new Response(null, { status: 303, headers });
}

/** Someone is looking: a refusal is words on a page, not JSON. */
function asPage(make: () => Response): Response {
  try {
    return make();
  } catch (thrown) {
    if (thrown instanceof Refusal) return problemPage(thrown.status);
    throw thrown;
  }
}
