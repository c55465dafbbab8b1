// app/codat/[...path]/route.ts
import { createGateway, type Gateway } from 'codat-connect-elements/gateway';
import { companyOf } from './session';

let gateway: Gateway | undefined;

function begin(): Gateway {
  const {
    CODAT_API_KEY = '',
    CODAT_GATEWAY_URL = '',
    CODAT_SIGNING_KEY = '',
    CODAT_WEBHOOK_SECRET = '',
    CODAT_URL,
  } = process.env;
  const made = createGateway({
    apiKey: CODAT_API_KEY,
    baseUrl: CODAT_GATEWAY_URL,
    signingKeys: [CODAT_SIGNING_KEY],
    webhookSecrets: [CODAT_WEBHOOK_SECRET],
    returnTo: '/connected',
    lender: 'Larkspur',
    company: ({ headers }) => companyOf(headers.get('Cookie')),
    ...(CODAT_URL && { codatUrl: CODAT_URL }), // a simulator, while you develop
  });
  // Next itself waits for running answers; open event streams end, and their pages connect to another process.
  process.once('SIGTERM', () => void made.close());
  return made;
}

/** When first asked: `next build` loads this file too, without the secrets. */
function answer(request: Request): Promise<Response> {
  gateway ??= begin();
  // A `basePath` in next.config is not in the URL that Next hands on; the gateway’s own URL has it.
  const { origin, pathname, search } = new URL(request.url);
  const { BASE_PATH = '' } = process.env;
  return gateway.fetch(new Request(origin + BASE_PATH + pathname + search, request));
}

export {
  answer as GET,
  answer as HEAD,
  answer as POST,
  answer as PATCH,
  answer as DELETE,
  answer as OPTIONS,
};
