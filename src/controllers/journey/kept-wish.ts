import { clearTabEntries } from '../../browser/tab-storage.js';
import type { ConnectRequest } from '../../flow/connect-state.js';
import type { Session } from '../../session/session.js';

/** What a person had chosen, and in which element, when the page was loaded anew: ids and the platform's name. */
export interface KeptWish {
  readonly tag: string;
  readonly platform: { readonly key: string; readonly name: string };
  readonly connection: string | undefined;
  readonly replaces: string | undefined;
}

/** Takes what was chosen in an element by this tag before its page was loaded anew. */
export async function takeWish(session: Session, tag: string): Promise<ConnectRequest | undefined> {
  const find = (): KeptWish | undefined =>
    clearTabEntries(session.owner, () => false)
      .filter(({ kind, company }) => kind === 'wish' && [session.companyId ?? company, ''].includes(company))
      .map(({ value }) => value as KeptWish)
      .find((wish) => wish.tag === tag);
  if (!find()) return undefined;
  await session.loadCompanyId();
  const found = find();
  if (!found) return undefined;
  clearTabEntries(session.owner, ({ kind }) => kind === 'wish');
  const { platform, connection, replaces } = found;
  return {
    platform,
    ...(connection && { connection: await session.fetchConnection(connection) }),
    ...(replaces && { replaces: await session.fetchConnection(replaces) }),
  };
}
