import { SignJWT, decodeProtectedHeader, type JWTPayload } from 'jose';
import type { ConsentText } from '../../../src/gateway/index.js';
import {
  baseUrl,
  json,
  locationOf,
  setUp,
  signingKey,
  ticketIn,
  webhookSecret,
  type WireConnection,
} from '../set-up.js';

const consent: ConsentText = {
  version: '1',
  locale: 'en-GB',
  sections: [{ title: 'Purpose', body: 'To decide on your loan.' }],
  agree: 'I agree.',
};

/** A lender with two customers, each of whom has connected a platform, begun another and shared a link. */
export async function createEnvironment() {
  /** What the host does with webhooks, and how many it received. */
  const host = { onWebhook: (): unknown => host.handed++, handed: 0 };
  const lender = await setUp({
    webhookSecrets: [webhookSecret],
    onWebhook: () => host.onWebhook(),
    permit: () => true,
    consents: [consent],
    lender: 'Larkspur',
    returnTo: '/connected',
  });
  const { call, company, gateway, tokenFor, visitor } = lender;

  const customer = async (company: string) => {
    visitor.company = company;
    const token = await tokenFor();
    const send = async <Answer>(path: string, body: object): Promise<Answer> =>
      json(await call(path, { method: 'POST', token, body: JSON.stringify(body) }));
    const agree = async (platformKey: string): Promise<string> =>
      (await send<{ receipt: string }>('/consents', { ...consent, platformKey })).receipt;
    const begin = async (platformKey: string) =>
      send<WireConnection>(`/api/companies/${company}/connections`, {
        platformKey,
        consent: await agree(platformKey),
      });

    const { id: connection, linkUrl } = await begin('gbol');
    await lender.signIn(linkUrl, 'allow');
    const pending = await begin('pbtz');
    const start = locationOf(await call(pending.linkUrl));
    const state = new URL(start).searchParams.get('state') ?? '';
    const share = await send<{ id: string; url: string }>('/shares', {
      platformKey: 'pqsw',
      consent: await agree('pqsw'),
    });
    return {
      company,
      token,
      connection,
      pending: pending.id,
      link: partAfter('/link/', pending.linkUrl),
      state,
      ticket: ticketIn(await call(`/return?state=${state}`)),
      share: share.id,
      secret: partAfter('/share/', share.url),
      receipt: await agree('qhyg'),
    };
  };

  const theirs = await customer(await gateway.ensureCompany({ reference: 'customer-2' }));
  const mine = await customer(company);
  const platforms = await (await call('/platforms')).text();
  const asset = /\/assets\/([0-9a-f]{64}\.\w+)/.exec(platforms)?.[1] ?? '';

  /** A token by our own key, whatever it says. */
  const sign = async (audience: string, claims: JWTPayload): Promise<string> => {
    const now = lender.clock.now / 1000;
    return new SignJWT({ iss: baseUrl, aud: baseUrl + audience, iat: now, exp: now + 600, ...claims })
      .setProtectedHeader({ alg: 'HS256', kid: decodeProtectedHeader(mine.token).kid ?? '' })
      .sign(new TextEncoder().encode(signingKey));
  };
  host.handed = 0;
  /** What pages are listening to. */
  const pages: Response[] = [];
  return { ...lender, host, mine, pages, theirs, asset, sign };
}

/** Before an attack: who is who, and what each has. */
export type Environment = Awaited<ReturnType<typeof createEnvironment>>;

const partAfter = (before: string, url: string): string => url.split(before)[1] ?? '';
