import type { CodatError } from '../api/errors.js';
import type { Connection } from '../api/schemas/connection.js';
import { nullish, object, string } from '../contract/shape.js';
import { sessionForTokenEndpoint, type Session } from '../session/session.js';
import type { ConnectionCallbackArgs, SessionProps, ErrorCallbackArgs } from './props.js';

const idsShape = object({ integrationId: nullish(string), sourceId: nullish(string) });

/** The argument of the callbacks about connections. Fetches `integrationId` and `sourceId`, which the elements don't keep. */
export async function fetchConnectionCallbackArgs(
  session: Session,
  { id, platformKey, platformName, sourceType }: Connection,
): Promise<ConnectionCallbackArgs> {
  const { integrationId = '', sourceId = '' } = await session
    .send(`connections/${encodeURIComponent(id)}`, idsShape)
    .catch((): { integrationId?: string; sourceId?: string } => ({}));
  return { connectionId: id, integrationId, integrationKey: platformKey, platformName, sourceId, sourceType };
}

/** Gives an error the property names of Codat's SDKs, for `onError`. */
export const toErrorCallbackArgs = ({
  correlationId,
  message,
  status,
  retryable,
}: CodatError): ErrorCallbackArgs => ({
  ...(correlationId !== undefined && { correlationId }),
  message,
  ...(status !== undefined && { errorCode: status }),
  userRecoverable: retryable,
});

/** Returns the session of the props, or that of their token endpoint. Throws a `TypeError` if both are missing. */
export function sessionOfProps({ session, tokenEndpoint }: SessionProps): Session {
  if (session) return session;
  if (tokenEndpoint) return sessionForTokenEndpoint(tokenEndpoint);
  throw new TypeError('Set the prop `tokenEndpoint` to your token endpoint, such as "/codat/token".');
}
