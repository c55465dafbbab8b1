import type { AttackRequest } from './attack.js';
import type { RouteRow } from './rows.js';
import type { Environment } from './environment.js';

/** The request to a route, such as `GET /link/:signed`, that is in order. */
export function requestInOrder(w: Environment, name: string, { request }: RouteRow): AttackRequest {
  const [method = '', pattern = ''] = name.split(' ');
  const parts: Record<string, string> = {
    company: w.mine.company,
    connection: w.mine.connection,
    key: 'gbol',
    id: w.mine.share,
    secret: w.mine.secret,
    signed: w.mine.link,
    name: w.asset,
  };
  return {
    method,
    path: pattern.replace(/:(\w+)/g, (_, part: string) => parts[part] ?? ''),
    query: '',
    token: undefined,
    headers: {},
    body: undefined,
    ...request(w),
  };
}
