import { seeOther } from '../../answer.js';
import type { Connections } from '../../connections/connections.js';
import { Problem } from '../../problem.js';
import type { Settings } from '../../settings.js';
import type { Signer } from '../../auth/signer.js';

/** One wish to sign in: for whose sake, and where the person comes out afterwards. */
interface Wish {
  readonly company: string;
  readonly connection: string;
  readonly for: 'own' | 'shared';
  readonly returnTo: string;
  readonly attempt?: string | undefined;
}

/** Sends people to sign in, by a link of Codat's that is read at that moment and that no page, log or cache sees. */
export class SignIn {
  readonly #connections: Connections;
  readonly #signer: Signer;
  readonly #settings: Settings;

  constructor(connections: Connections, signer: Signer, settings: Settings) {
    this.#connections = connections;
    this.#signer = signer;
    this.#settings = settings;
  }

  /** The redirect to Codat, with a state that brings the person back. */
  async send(wish: Wish): Promise<Response> {
    const { company, connection } = wish;
    const payer = wish.for === 'own' ? 'company' : 'recipients';
    const link = readLink(await this.#connections.oneTimeLink(company, connection, payer), this.#settings);
    link.searchParams.set('state', await this.#signer.sign('state', wish));
    this.#settings.tell({ type: 'sign-in-opened', company, connection, for: wish.for });
    return seeOther(link.href);
  }
}

/** Only Codat's own pages may be opened in its name. */
function readLink(linkUrl: string, { codatUrl }: Settings): URL {
  const url = URL.canParse(linkUrl) ? new URL(linkUrl) : undefined;
  const isCodats = url?.protocol === 'https:' && url.host.endsWith('.codat.io');
  const isOurCodats = url?.origin === codatUrl.origin;
  if (!url || url.username || url.password || !(isCodats || isOurCodats)) {
    throw new Problem(502, 'Codat’s link could not be used.');
  }
  return url;
}
