// src/routes/codat/[...path]/+server.ts
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
  // The server itself waits for running answers; open event streams end, and their pages connect to another process.
  process.once('SIGTERM', () => void made.close());
  return made;
}

/** Answers every method. The gateway is made when first asked: `vite build` loads this file too, without the secrets. */
export function fallback({ request }: { readonly request: Request }): Promise<Response> {
  gateway ??= begin();
  return gateway.fetch(request);
}
