import { pruneAndReadTabEntries } from '../../browser/tab-storage.js';
import type { ConnectRequest } from '../../flow/connect-state.js';
import type { Session } from '../../session/session.js';

/** The request that was open when the page was reloaded, and the tag of its element. It holds ids and the platform's name, and none of the company's data. */
export interface ConnectRequestSavedBeforeReload {
  readonly tag: string;
  readonly platform: { readonly key: string; readonly name: string };
  readonly connection: string | undefined;
  readonly replaces: string | undefined;
}

/** Reads and removes the request that an element with this tag saved before the page was reloaded. */
export async function takeConnectRequestSavedBeforeReload(
  session: Session,
  tag: string,
): Promise<ConnectRequest | undefined> {
  const findSaved = (): ConnectRequestSavedBeforeReload | undefined =>
    pruneAndReadTabEntries(session.tabKey)
      .filter(
        ({ kind, company }) => kind === 'request' && [session.companyId ?? company, ''].includes(company),
      )
      .map(({ value }) => value as ConnectRequestSavedBeforeReload)
      .find((request) => request.tag === tag);
  if (!findSaved()) return undefined;
  await session.loadCompanyId();
  const saved = findSaved();
  if (!saved) return undefined;
  pruneAndReadTabEntries(session.tabKey, ({ kind }) => kind === 'request');
  const { platform, connection, replaces } = saved;
  return {
    platform,
    ...(connection && { connection: await session.fetchConnection(connection) }),
    ...(replaces && { replaces: await session.fetchConnection(replaces) }),
  };
}
