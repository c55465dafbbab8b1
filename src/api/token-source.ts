import { CodatError } from './errors.js';
import { exchange, type Fetch } from './exchange.js';
import { tokenAnswer, type TokenAnswer } from './schemas/token.js';

/** How a page gets a token for the company it works for: the host's word for who the person is. */
export type GetToken = () => Promise<TokenAnswer>;

/** A token in hand: whom it speaks for, where to, and until when (milliseconds since 1970). */
export interface Token {
  readonly companyId: string;
  readonly value: string;
  readonly apiBase: string;
  readonly events: string | undefined;
  readonly until: number;
}

/** Milliseconds before its end at which a token is renewed. */
const margin = 60_000;

/** Milliseconds that any token is kept: one that ends at once would be asked for without end. */
const least = 1_000;

/** Keeps one token in memory for everyone on the page, and renews it before it ends. */
export class TokenSource {
  /** Replace it to ask in another way from the next renewal on. */
  getToken: GetToken;
  readonly #base: () => string | undefined;
  readonly #hear: (companyId: string) => void;
  #held: Token | undefined;
  #companyId: string | undefined;
  #asking: Promise<Token> | undefined;

  /** `base` is what relative addresses in an answer resolve against; `hear` learns of each token's company before anyone uses it. */
  constructor(getToken: GetToken, base: () => string | undefined, hear: (companyId: string) => void) {
    this.getToken = getToken;
    this.#base = base;
    this.#hear = hear;
  }

  /** The company of the newest token, until that is forgotten. */
  get companyId(): string | undefined {
    return this.#companyId;
  }

  /** However many callers ask at once, the host is asked once. */
  async get(): Promise<Token> {
    if (this.#held && Date.now() < this.#held.until) return this.#held;
    this.#asking ??= this.#ask();
    return this.#asking;
  }

  /** This token was turned down. A newer one, which another caller may have fetched by now, stays. */
  drop(refused: Token): void {
    if (this.#held === refused) this.#held = undefined;
  }

  /** Forgets the token, as on signing out, and any that is on its way. */
  clear(): void {
    this.#held = this.#asking = this.#companyId = undefined;
  }

  #ask(): Promise<Token> {
    const ask = async (): Promise<Token> => {
      const answer = await this.getToken();
      if (this.#asking !== asking) throw new CodatError('signed-out', 'The session ended.');
      return this.#hold(answer);
    };
    const asking = ask().finally(() => {
      if (this.#asking === asking) this.#asking = undefined;
    });
    return asking;
  }

  #hold(answer: unknown): Token {
    const token = checked(answer, this.#base());
    this.#companyId = token.companyId;
    this.#hear(token.companyId);
    return (this.#held = token);
  }
}

/** Whoever made it: a function of the host's is no safer than its server. */
function checked(answer: unknown, base: string | undefined): Token {
  try {
    const { companyId, accessToken, expiresIn, apiBase = './api', events } = tokenAnswer(answer);
    const lifetime = expiresIn * 1000;
    return {
      companyId,
      value: accessToken,
      apiBase: addressOf(apiBase, base),
      events: events && addressOf(events, base),
      until: Date.now() + Math.max(lifetime - margin, lifetime / 2, least),
    };
  } catch (cause) {
    throw new CodatError('token', 'The answer is no token.', { cause });
  }
}

/** Throws for what a page can't ask. */
function addressOf(text: string, base: string | undefined): string {
  const { href, protocol } = new URL(text, base);
  if (!/^https?:$/.test(protocol)) throw new TypeError('This is no address of the web.');
  return href;
}

/** Where to ask, and what to send along: cookies of the same origin unless told otherwise. */
export interface TokenEndpoint {
  readonly tokenEndpoint: string;
  readonly credentials?: RequestCredentials;
  readonly headers?: HeadersInit;
}

/** Asks the host's token endpoint. A redirect leads to a sign-in page, so it means signed out, as 401 and 403 do. */
export function fromEndpoint({ tokenEndpoint, credentials, headers }: TokenEndpoint, fetch: Fetch): GetToken {
  return async () => {
    try {
      const request = new Request(tokenEndpoint, {
        method: 'POST',
        redirect: 'manual',
        ...(credentials && { credentials }),
        ...(headers && { headers }),
      });
      return await exchange(fetch, request, tokenAnswer);
    } catch (thrown) {
      throw atEndpoint(CodatError.from(thrown));
    }
  };
}

/** Statuses by which a token endpoint says «signed out»; 0 is a redirect that was not followed. */
const signedOut: ReadonlySet<number | undefined> = new Set([0, 301, 302, 303, 307, 308, 401, 403]);

function atEndpoint(error: CodatError): CodatError {
  if (error.retryable) return error;
  const { status, correlationId } = error;
  return signedOut.has(status)
    ? new CodatError('signed-out', 'Signed out.', { status, correlationId, cause: error })
    : new CodatError('token', 'The token endpoint failed.', { status, correlationId, cause: error });
}
