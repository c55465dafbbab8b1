import { json, setUp } from './set-up.js';

/** A share on the wire; `url` is in the answer to making it alone. */
export interface WireShareLink {
  id: string;
  url: string;
  platformKey: string;
  platformName: string;
  expiresAt: string;
  status: string;
}

/** A lender whose person creates share links. */
export async function setUpShareLinks(
  settings: Parameters<typeof setUp>[0] = { lender: 'Larkspur' },
  offeredPlatforms?: Parameters<typeof setUp>[1],
) {
  const lender = await setUp(settings, offeredPlatforms);
  const { call, tokenFor } = lender;
  let token = await tokenFor();
  /** Tokens last a quarter of an hour, these stories two weeks. */
  const send = async (method: string, path: string, body?: object): Promise<Response> => {
    const response = await call(path, { method, token, ...(body && { body: JSON.stringify(body) }) });
    if (response.status !== 401 || lender.visitor.company === null) return response;
    token = await tokenFor();
    return call(path, { method, token, ...(body && { body: JSON.stringify(body) }) });
  };
  const requestShareLink = (platformKey: unknown, consent?: string) =>
    send('POST', '/shares', { platformKey, consent });
  return {
    ...lender,
    ask: send,
    requestShareLink,
    createShareLink: async (platformKey: string) => json<WireShareLink>(await requestShareLink(platformKey)),
    list: async () => (await json<{ results: WireShareLink[] }>(await send('GET', '/shares'))).results,
    withdraw: (id: string) => send('DELETE', `/shares/${id}`),
    /** Someone presses the button on the link's page. */
    follow: (url: string) => call(url, { method: 'POST' }),
  };
}
