import { seeOther } from '../responses.js';
import type { Connections } from '../connections/connections.js';
import { HttpError } from '../http-error.js';
import type { ParsedSettings } from '../settings.js';
import type { Signer } from '../auth/signer.js';

/**
 * The quota that a sign-in's calls to Codat count against: the company's for a sign-in of its own people, the recipients'
 * for one by a share link.
 */
export const codatQuotaUserBySignInKind = { own: 'company', shared: 'recipients' } as const;

/** A sign-in to start: the company it is for, and the page to return to. */
interface SignInRequest {
  readonly company: string;
  readonly connection: string;
  readonly for: keyof typeof codatQuotaUserBySignInKind;
  readonly returnTo: string;
  readonly attempt?: string | undefined;
}

/** Redirects people to sign in, by a one-time link of Codat's that is read on demand, and is never on a page, in a log or in a cache. */
export class SignInRedirector {
  readonly #connections: Connections;
  readonly #signer: Signer;
  readonly #settings: ParsedSettings;

  constructor(connections: Connections, signer: Signer, settings: ParsedSettings) {
    this.#connections = connections;
    this.#signer = signer;
    this.#settings = settings;
  }

  /** Resolves with a redirect to Codat's link, with a signed `state` that comes back with the person. */
  async redirect(request: SignInRequest): Promise<Response> {
    const { company, connection } = request;
    const quotaUser = codatQuotaUserBySignInKind[request.for];
    const link = parseLinkUrl(
      await this.#connections.readOneTimeLink(company, connection, quotaUser),
      this.#settings,
    );
    link.searchParams.set('state', await this.#signer.sign('state', request));
    this.#settings.emit({ type: 'sign-in-opened', company, connection, for: request.for });
    return seeOther(link.href);
  }
}

/** Parses Codat's link. Throws a 502 unless it leads to one of Codat's own pages. */
function parseLinkUrl(linkUrl: string, { codatUrl }: ParsedSettings): URL {
  const url = URL.canParse(linkUrl) ? new URL(linkUrl) : undefined;
  const isCodats = url?.protocol === 'https:' && url.host.endsWith('.codat.io');
  const isOurCodats = url?.origin === codatUrl.origin;
  if (!url || url.username || url.password || !(isCodats || isOurCodats)) {
    throw new HttpError(502, 'Codat’s link could not be used.');
  }
  return url;
}
